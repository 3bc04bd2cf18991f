import { AppError } from '@/lib/errors';

/** Half a million addresses with reasons. */
const MAX_BYTES = 50 * 1024 * 1024;

/** The text of a request while it comes in, as UTF-8. @throws AppError payload_too_large */
export async function* readCsvBody({ body }: Request): AsyncGenerator<string> {
  if (!body) return;
  const decoder = new TextDecoder();
  let total = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > MAX_BYTES) throw new AppError('payload_too_large', 'The file has more than 50 MB.');
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
