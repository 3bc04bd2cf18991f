import { CredentialsSignin } from 'next-auth';
import { log } from '@/lib/log';

const EVERY_MS = 60_000;

/** What Auth.js says of requests that are not as its own pages make them: https://errors.authjs.dev. Anybody can send such. */
const OF_THE_REQUEST = new Set([
  'InvalidCallbackUrl',
  'InvalidCheck',
  'InvalidProvider',
  'JWTSessionError',
  'MissingCSRF',
  'UnknownAction',
  'UntrustedHost',
  'Verification',
]);

type Told = { at: number; untold: number };

const told = new Map<string, Told>();

/**
 * Each kind once a minute, with how many were left out: a stranger who asks wrongly a thousand times must not fill the log. Only a fault of
 * ours is told whole. A refused sign-in is none, and `signIn` has logged it.
 */
export function logAuthError(error: Error, now = Date.now()): void {
  if (error instanceof CredentialsSignin) return;
  const kind = ('type' in error && typeof error.type === 'string' ? error.type : error.name).slice(0, 50);
  const last = told.get(kind);
  if (last && now - last.at < EVERY_MS) {
    last.untold++;
    return;
  }
  told.set(kind, { at: now, untold: 0 });
  const more = last?.untold ? { notTold: last.untold } : {};
  if (OF_THE_REQUEST.has(kind)) log.warn('a sign-in request was not in order', { kind, ...more });
  else log.error('sign-in failed', { kind, error: error.cause ?? error, ...more });
}
