import { isIP } from 'node:net';
import { groupsOf } from '@/lib/text/ip-groups';
import { plainAddress } from '@/lib/text/ip-range';

/** Whose guesses are counted together: an IPv4 address, or the /64 that a provider gives to one customer (RFC 6177). */
export function networkOf(ip: string | null): string {
  const address = plainAddress(ip ?? '');
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : 'unknown';
  const network = groupsOf(address).slice(0, 4);
  return `${network.map((group) => group.toString(16)).join(':')}::/64`;
}
