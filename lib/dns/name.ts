import { groupsOf } from '@/lib/text/ip-groups';

const MAX_NAME = 253;
const MAX_LABEL = 63;

/** Can DNS carry it (RFC 1035 2.3.4)? Any bytes may stand in a label, which is more than what hosts are called. */
export function isDnsName(name: string): boolean {
  const plain = name.replace(/\.$/, '');
  if (plain === '' || Buffer.byteLength(plain) > MAX_NAME) return false;
  return plain.split('.').every((label) => label !== '' && Buffer.byteLength(label) <= MAX_LABEL);
}

/** The name under `in-addr.arpa` or `ip6.arpa` where an address has its PTR. */
export function reverseName(address: string): string {
  if (!address.includes(':')) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
  return `${nibblesOf(address).reverse().join('.')}.ip6.arpa`;
}

/** The 32 hexadecimal digits of an IPv6 address. */
export function nibblesOf(address: string): string[] {
  return groupsOf(address).flatMap((group) => [...group.toString(16).padStart(4, '0')]);
}
