import { AppError } from '@/lib/errors';

/** Of a file of people or subjects. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** A file of text: UTF-8, or else as spreadsheets on Windows write it where Spanish is spoken. @throws AppError payload_too_large */
export async function readTextBody({ body }: Request): Promise<string> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > MAX_BYTES) throw new AppError('payload_too_large', 'The file has more than 32 MB.');
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks));
}

export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
