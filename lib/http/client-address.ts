import { familyOf, plainAddress } from '@/lib/text/ip-range';

/** Set by our own HTTP server from the socket (or the trusted proxy); a caller's own copy is overwritten there. */
export const CLIENT_ADDRESS_HEADER = 'x-relevo-client-address';

export function clientAddress(headers: Headers): string | null {
  return headers.get(CLIENT_ADDRESS_HEADER);
}

/** The address behind `hops` trusted proxies: the n-th of X-Forwarded-For from the right; 0 reads no header at all. */
export function resolveClientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  hops: number,
): string {
  const list = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const chosen = hops === 0 ? socketAddress : (list.at(-hops) ?? socketAddress);
  const address = plainAddress(chosen);
  return familyOf(address) === 0 ? UNKNOWN : address;
}

/** What a proxy wrote in place of an address (RFC 7239, 6.2 and 6.3) is in no range. */
const UNKNOWN = 'unknown';
