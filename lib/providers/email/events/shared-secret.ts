import { safeEqual } from '@/lib/crypto/compare';
import type { InboundRequest, Verified } from '@/lib/events/inbound';

/**
 * For those who sign nothing: the secret as a bearer token, as the password of basic authentication (which the URL may hold), or in a header
 * of our own.
 */
export function carriesSecret({ headers }: InboundRequest, secret: string | undefined): Verified {
  if (!secret) return { ok: false, reason: 'no webhook token is set here' };
  const shown = [bearer(headers.authorization), password(headers.authorization), headers['x-webhook-token']];
  const given = shown.filter((value) => value !== undefined);
  if (given.length === 0) return { ok: false, reason: 'it came without a token' };
  return given.some((value) => safeEqual(value, secret))
    ? { ok: true }
    : { ok: false, reason: 'its token is not the one that is set here' };
}

function bearer(authorization = ''): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1];
}

function password(authorization = ''): string | undefined {
  const [, encoded] = /^basic +([A-Za-z0-9+/=_-]{1,4000})$/i.exec(authorization) ?? [];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
