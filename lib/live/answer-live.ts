import { checkSecondFactor } from '@/lib/auth/second-factor/required';
import { readSession } from '@/lib/auth/session';
import { countRefusal } from '@/lib/auth/throttle-programs';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/client-address';
import { problemResponse, toAppError } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';
import { EVENT_STREAM_HEADERS } from './event-stream';
import { openStream } from './streams';

/**
 * Tells a page of the panel that something changed, never what: it reads that by the routes that ask who may. An open page is no sign that
 * somebody is there, so it keeps no session alive.
 */
export async function answerLive(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    const user = await readSession(request.headers, 'unattended');
    if (!user)
      throw await countRefusal(
        new AppError('unauthorized', 'Sign in first.'),
        clientAddress(request.headers),
      );
    checkSecondFactor(user);
    return new Response(await openStream(user.sessionId), { headers: EVENT_STREAM_HEADERS });
  } catch (error) {
    return problemResponse(toAppError(error, requestId), requestId);
  }
}
