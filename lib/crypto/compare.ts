import { createHash, timingSafeEqual } from 'node:crypto';

export function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** Compares in constant time whatever the lengths. */
export function safeEqual(a: string | Buffer, b: string | Buffer): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

const LARGE_BYTES = 256 * 1024;

/** The same; of what is large beside the event loop. */
export async function sha256Large(data: string | Buffer): Promise<Buffer> {
  if (data.length <= LARGE_BYTES) return sha256(data);
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  return Buffer.from(
    await crypto.subtle.digest(
      'SHA-256',
      new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length),
    ),
  );
}
