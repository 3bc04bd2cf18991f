import { handle } from '@/lib/http/handle';
import { readIdempotencyKey } from '@/lib/intake/accept-and-wait';
import { sendAgain } from '@/lib/intake/send-again';
import { ResendOneInput } from '@/lib/messages/schema';

export const POST = handle(
  { scope: 'messages:write', body: ResendOneInput, bodyOptional: true },
  (ctx, { params, body, request }) =>
    sendAgain(ctx, { ...body, id: params.id! }, readIdempotencyKey(request.headers)),
);
