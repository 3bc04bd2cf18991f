import { AppError } from '@/lib/errors';
import { authenticateToken, tokenHeaders } from '@/lib/http/authenticate';
import { withJsonBody } from '@/lib/http/body';
import { ACCESS } from '@/lib/http/handle';
import { checkPlain } from '@/lib/http/plain-input';
import { toAppError } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';
import { MAX_JSON_BYTES } from '@/lib/messages/schema';
import { permissionOf } from '@/lib/tokens/permission-of';
import type { Scope } from '@/lib/tokens/schema';
import { noteRequest } from '@/lib/tokens/usage';
import type { CompatApi, CompatCall } from './api';

type Route = { params: Promise<Record<string, string>> };
export type CompatHandler = (request: Request, route: Route) => Promise<Response>;
type Options = {
  scope: Scope;
  /** As the page of a token names what it was used for. */
  route: string;
  body?: 'json';
};

/** Many messages of one request, each of a dozen values. */
const MOST_VALUES = 200_000;

/**
 * A route of another provider's API. As `handle`, but for tokens alone, which stand where that API has its keys, and with the refusals of that
 * API: its clients read no others. What it does not set itself is the same: scopes, limits, networks, companies, sizes.
 */
export function compat(
  api: CompatApi,
  { scope, route: name, body: kind }: Options,
  verb: (call: CompatCall) => Promise<Response>,
): CompatHandler {
  const handler: CompatHandler = async (request, route) => {
    const requestId = requestIdOf(request.headers);
    let told: [string, string][] = [];
    let note: ((status: number) => void) | undefined;
    const answer = (response: Response) => {
      note?.(response.status);
      for (const [key, value] of told) response.headers.set(key, value);
      return response;
    };
    try {
      const params = await route.params;
      checkPlain(params);
      const { ctx, holder } = await authenticateToken(api.tokenOf(request.headers), request, requestId);
      note = (status) => noteRequest(holder.actor.id, name, status);
      told = tokenHeaders(holder, await holder.spend(1));
      if (!holder.actor.scopes.includes(scope))
        throw new AppError('forbidden', `The token lacks the scope ${scope}.`);
      const countAs = async (messages: number) => {
        if (messages > 1) told = tokenHeaders(holder, await holder.spend(messages - 1));
      };
      const run = (body: unknown) => verb({ ctx, holder, body, params, headers: request.headers, countAs });
      if (kind !== 'json') return answer(await run(undefined));
      const limits = { maxBytes: MAX_JSON_BYTES, maxValues: MOST_VALUES, files: true };
      return answer(await withJsonBody(request, limits, run));
    } catch (error) {
      return answer(refusal(api, toAppError(error, requestId), requestId));
    }
  };
  return Object.assign(handler, { [ACCESS]: { scope, may: permissionOf(scope) } });
}

/** What passes says when, whatever the API. */
export function refusal(api: CompatApi, error: AppError, requestId: string): Response {
  const response = api.refuse(error, requestId);
  const { retryAfterSeconds } = error.options;
  if (retryAfterSeconds) response.headers.set('retry-after', String(retryAfterSeconds));
  return response;
}
