import { isIP } from 'node:net';
import { groupsOf } from '@/lib/outbound/ip-groups';

/** Whose guesses are counted together: an IPv4 address, or the /64 that a provider gives to one customer (RFC 6177). */
export function networkOf(ip: string | null): string {
  const address = ip?.split('%')[0] ?? '';
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : 'unknown';
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}
