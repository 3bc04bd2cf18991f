import type { InboundRequest } from '@/lib/events/inbound';
import { log } from '@/lib/log';

/** More than any provider sends at once. */
const MAX_BYTES = 1024 * 1024;

/** Hands on the very bytes of a request. Whoever posts is told a number and nothing else: what is wrong here is for the log. */
export async function readHook(
  request: Request,
  receive: (inbound: InboundRequest) => Promise<number>,
): Promise<Response> {
  try {
    if (Number(request.headers.get('content-length')) > MAX_BYTES) return answer(413);
    const body = await readBytes(request);
    if (!body) return answer(413);
    const headers = Object.fromEntries(request.headers);
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

const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });
