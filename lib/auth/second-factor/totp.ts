import { createHmac, randomBytes } from 'node:crypto';
import { safeEqual } from '@/lib/crypto/compare';
import { fromBase32, toBase32 } from '@/lib/text/base32';

export const DIGITS = 6;
export const STEP_SECONDS = 30;
/** A clock that is a little off: the code before and the one after (RFC 6238, 5.2). */
const WINDOW = 1;
/** RFC 4226, 4: as long as what SHA-1 makes. */
const SEED_BYTES = 20;

/** In base 32, as apps take it. */
export function newSeed(): string {
  return toBase32(randomBytes(SEED_BYTES));
}

export function stepAt(ms: number): number {
  return Math.floor(ms / 1000 / STEP_SECONDS);
}

/** The code of one step of 30 seconds (RFC 6238 over RFC 4226, with SHA-1, which is what every app can do). */
export function codeOf(seed: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(seed)).update(counter).digest();
  const at = mac[19]! & 0x0f;
  const number = mac.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step that the code is of, near now; null for none. The newest first: what comes after it works on. */
export function findStep(seed: string, code: string, now = Date.now()): number | null {
  let found: number | null = null;
  // All are compared, whichever it is.
  for (let step = stepAt(now) - WINDOW; step <= stepAt(now) + WINDOW; step++)
    if (step >= 0 && safeEqual(codeOf(seed, step), code)) found = step;
  return found;
}
