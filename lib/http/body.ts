import { AppError } from '@/lib/errors';
import { Semaphore } from '@/lib/semaphore';

const LARGE_BYTES = 4 * 1024 * 1024;
const largeBodies = new Semaphore(8);

/** A large body becomes several times its size while it is worked on; so only a few of them are at once, and the others wait, unparsed. */
export function takeTurn<T>(body: Uint8Array | undefined, work: () => Promise<T>): Promise<T> {
  return body && body.byteLength > LARGE_BYTES ? largeBodies.run(work) : work();
}

/** Reads a JSON body of at most `maxBytes`, counting while it arrives. @throws AppError 413 or 415 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new AppError('unsupported_media_type', 'Send the body as application/json.');
  const encoding = request.headers.get('content-encoding');
  if (encoding && encoding !== 'identity')
    throw new AppError('unsupported_media_type', 'Compressed request bodies are not accepted.');
  const announced = request.headers.get('content-length');
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  // HTTP itself holds a body to its announced length; only a chunked one has to be counted, which is slower.
  return announced === null ? readCounting(request, maxBytes) : new Uint8Array(await request.arrayBuffer());
}

/** @throws AppError 400 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('malformed_json', 'The body is not valid JSON in UTF-8.');
  }
}

async function readCounting(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError(
    'payload_too_large',
    `The body is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
  );
}
