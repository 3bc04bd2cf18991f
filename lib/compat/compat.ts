import { AppError } from '@/lib/errors';
import { authenticateToken, type Caller, tokenHeaders } from '@/lib/http/authenticate';
import { withBytes, withJsonBody } from '@/lib/http/body';
import { ACCESS } from '@/lib/http/handle';
import { checkPlain } from '@/lib/http/plain-input';
import { toAppError } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';
import { MAX_JSON_BYTES } from '@/lib/messages/schema';
import { permissionOf } from '@/lib/tokens/permission-of';
import type { Scope } from '@/lib/tokens/schema';
import { noteRequest } from '@/lib/tokens/usage';
import type { CompatApi, CompatCall } from './api';
import { parseForm } from './form';
import { parseSigned, readClaim } from './signed';

type Route = { params: Promise<Record<string, string>> };
export type CompatHandler = (request: Request, route: Route) => Promise<Response>;
type Options = {
  scope: Scope;
  /** As the page of a token names what it was used for. */
  route: string;
  body?: 'json' | 'form';
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
    const { headers } = request;
    let told: [string, string][] = [];
    let note: ((status: number) => void) | undefined;
    const answer = (response: Response) => {
      note?.(response.status);
      for (const [key, value] of told) response.headers.set(key, value);
      return response;
    };
    const admit = async ({ holder }: Required<Caller>) => {
      note = (status) => noteRequest(holder.actor.id, name, status);
      told = tokenHeaders(holder, await holder.spend(1));
      if (!holder.actor.scopes.includes(scope))
        throw new AppError('forbidden', `The token lacks the scope ${scope}.`);
    };
    try {
      const params = await route.params;
      const query = new URL(request.url).searchParams;
      checkPlain({ ...params, query: [...query].flat() });
      const run = ({ ctx, holder }: Required<Caller>, body: unknown) => {
        const countAs = async (messages: number) => {
          if (messages > 1) told = tokenHeaders(holder, await holder.spend(messages - 1));
        };
        return verb({ ctx, body, params, query, headers, countAs });
      };
      if (api.signed) {
        // Who asks is known for sure once all of it is there; who says nothing of it, or something impossible, is not read.
        const claim = await readClaim(request, requestId);
        return await withBytes(request, MAX_JSON_BYTES, async (bytes) => {
          const caller = await claim.check(bytes);
          await admit(caller);
          return answer(await run(caller, kind ? await parseSigned(bytes) : undefined));
        });
      }
      const caller = await authenticateToken(api.tokenOf(headers), request, requestId);
      await admit(caller);
      if (!kind) return answer(await run(caller, undefined));
      if (kind === 'form')
        return await withBytes(request, MAX_JSON_BYTES, async (bytes) =>
          answer(await run(caller, await parseForm(bytes, headers.get('content-type')))),
        );
      const limits = { maxBytes: MAX_JSON_BYTES, maxValues: MOST_VALUES, files: 'folded' as const };
      return await withJsonBody(request, limits, async (body) => answer(await run(caller, body)));
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
