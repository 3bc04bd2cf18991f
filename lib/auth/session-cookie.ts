import { encode } from 'next-auth/jwt';
import { authSecret } from '@/lib/crypto/keyring';
import { SESSION_HOURS_MAX } from '@/lib/settings/security';
import { sessionCookieName } from './session';

/** The database knows when a session ends; the cookie only does not end before. */
export const SESSION_COOKIE_SECONDS = SESSION_HOURS_MAX * 3600;

/** What the cookie of a session holds, as next-auth makes it, for a session that no password began. */
export function sealSession(sid: string): Promise<string> {
  return encode({
    token: { sid },
    secret: authSecret(),
    salt: sessionCookieName(),
    maxAge: SESSION_COOKIE_SECONDS,
  });
}
