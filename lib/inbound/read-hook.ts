import type { HookAnswer, InboundRequest } from '@/lib/events/inbound';
import { QUERY } from '@/lib/events/query';
import { log } from '@/lib/log';
import { isBounded } from './is-bounded';

/** More than any provider sends at once. */
const MAX_BYTES = 1024 * 1024;

/** Hands on the very bytes of a request. Whoever posts is told a number and nothing else: what is wrong here is for the log. */
export async function readHook(
  request: Request,
  receive: (inbound: InboundRequest) => Promise<number | Answered>,
): Promise<Response> {
  try {
    if (Number(request.headers.get('content-length')) > MAX_BYTES) return answer(413);
    const body = await readBytes(request);
    if (!body) return answer(413);
    const query = queryIn(request.url);
    const headers = { ...Object.fromEntries(request.headers), ...(query && { [QUERY]: query }) };
    if (!(await isBounded({ headers, body }))) return answer(413);
    return answer(await receive({ headers, body, receivedAt: new Date() }));
  } catch (error) {
    log.error('an event of a provider was not taken', { error });
    return answer(503);
  }
}

async function readBytes(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) return Buffer.concat(chunks);
    total += value.length;
    if (total > MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
}

/** Its very characters: signatures are over them. */
function queryIn(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

/** Taken, and what the sender wants to hear of it. */
export type Answered = { status: 200; answer: HookAnswer };

function answer(result: number | Answered): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (typeof result === 'number') return new Response(null, { status: result, headers });
  headers.set('content-type', result.answer.contentType);
  return new Response(result.answer.body, { status: result.status, headers });
}
