import { isIP } from 'node:net';
import { groupsOf } from '@/lib/text/ip-groups';
import { plainAddress } from '@/lib/text/ip-range';

/** One that is mapped into IPv6 counts as what it is (RFC 7208 5). Its bits as a number. */
export type Address = { text: string; family: 4 | 6; bits: bigint };

/** Null: it is no address. */
export function parseAddress(text: string): Address | null {
  const plain = plainAddress(text);
  const family = isIP(plain) as 0 | 4 | 6;
  if (family === 0) return null;
  // Of the ways to write an address of IPv6, the one of RFC 5952.
  const written = family === 4 ? plain : new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  return { text: written, family, bits: bitsOf(plain, family) };
}

export function isInNetwork(address: Address, network: string, prefix: number): boolean {
  if (isIP(network) !== address.family) return false;
  const rest = BigInt((address.family === 4 ? 32 : 128) - prefix);
  return address.bits >> rest === bitsOf(network, address.family) >> rest;
}

function bitsOf(address: string, family: 4 | 6): bigint {
  const [parts, width] = family === 4 ? [address.split('.').map(Number), 8n] : [groupsOf(address), 16n];
  return parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);
}
