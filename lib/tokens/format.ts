import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SHAPE = /^rlv_([0-9A-Za-z]{12})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** `rlv_` + 12 base62 (public id) + `_` + 43 base62 (secret) + 6 base62 (CRC-32 of what stands before it). */
export function generateToken(): { token: string; publicId: string } {
  const publicId = randomBase62(12);
  return { token: generateSecret(publicId), publicId };
}

/** Another one with the same public id. */
export function generateSecret(publicId: string): string {
  const body = `rlv_${publicId}_${randomBase62(43)}`;
  return body + checksum(body);
}

/** The public id, or null for what cannot be a token: typing errors cost no database work. */
export function parseToken(token: string): { publicId: string } | null {
  const match = SHAPE.exec(token);
  if (!match || checksum(token.slice(0, -6)) !== match[3]) return null;
  return { publicId: match[1]! };
}

function randomBase62(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(62)]).join('');
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let i = 0; i < 6; i++) {
    digits = ALPHABET[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
