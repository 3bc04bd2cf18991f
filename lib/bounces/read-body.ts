import { AppError } from '@/lib/errors';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 32;

/** A file that is the body of a request. @throws AppError payload_too_large */
export async function readBody({ body, headers }: Request): Promise<Buffer> {
  if (Number(headers.get('content-length')) > MOST_MEGABYTES * MEGABYTE) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > MOST_MEGABYTES * MEGABYTE) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError('payload_too_large', `The file has more than ${MOST_MEGABYTES} MB.`);
}
