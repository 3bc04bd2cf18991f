import { decode, encode } from 'next-auth/jwt';
import { sha256 } from '@/lib/crypto/compare';
import { authSecret } from '@/lib/crypto/keyring';
import { isHttps } from '@/lib/env';

/** To find the phone. */
export const HALF_WAY_SECONDS = 10 * 60;

/** Who has shown the right password, and has yet to show the second factor. */
export type HalfWay = { userId: string; password: string };

export function halfWayCookieName(): string {
  return isHttps() ? '__Host-relevo.half-way' : 'relevo.half-way';
}

/** Sealed as the session's cookie is, for this use alone. It opens nothing by itself, and ends with the password that was shown. */
export function sealHalfWay({ id, passwordHash }: { id: string; passwordHash: string }): Promise<string> {
  return encode({
    token: { sub: id, password: printOf(passwordHash) },
    secret: authSecret(),
    salt: halfWayCookieName(),
    maxAge: HALF_WAY_SECONDS,
  });
}

/** Null for one that is missing, too old, or not ours. */
export async function readHalfWay(cookie: string | null | undefined): Promise<HalfWay | null> {
  if (!cookie) return null;
  const salt = halfWayCookieName();
  const token = await decode({ token: cookie, secret: authSecret(), salt }).catch(() => null);
  if (typeof token?.sub !== 'string' || typeof token.password !== 'string') return null;
  return { userId: token.sub, password: token.password };
}

export function isOfPassword({ password }: HalfWay, passwordHash: string): boolean {
  return password === printOf(passwordHash);
}

function printOf(passwordHash: string): string {
  return sha256(`relevo half-way|${passwordHash}`).toString('base64url');
}
