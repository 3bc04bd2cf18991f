import { createHmac, randomBytes } from 'node:crypto';
import { fromBase32, toBase32 } from '@/lib/text/base32';

export const RECOVERY_CODES = 10;
/** Of base 32: 50 bits. */
const LENGTH = 10;

/** As they are shown: in two halves. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const code = toBase32(randomBytes(7)).slice(0, LENGTH);
    return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
  });
}

/** Keyed by the seed, which is sealed: who has the database alone cannot try codes against it. */
export function hashRecoveryCode(seed: string, code: string): Buffer {
  const key = createHmac('sha256', fromBase32(seed)).update('relevo recovery codes').digest();
  return createHmac('sha256', key).update(plainCode(code)).digest();
}

export type GivenCode = { kind: 'app' | 'recovery'; code: string };

/** What somebody typed, in whatever letters and with whatever between; null where it is neither kind of code. */
export function readCode(text: string): GivenCode | null {
  const code = plainCode(text);
  if (/^\d{6}$/.test(code)) return { kind: 'app', code };
  const letters = code.replaceAll('0', 'O').replaceAll('1', 'I');
  return /^[A-Z2-7]{10}$/.test(letters) ? { kind: 'recovery', code: letters } : null;
}

function plainCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
