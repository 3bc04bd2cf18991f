import { isIP } from 'node:net';
import { type Finding, finding } from '@/lib/dns/findings';
import { reverseName } from '@/lib/dns/name';
import type { DnsResolver } from '@/lib/dns/types';
import { isInNetwork, parseAddress } from '@/lib/spf/address';

export type PtrCheck = { names: string[]; confirmed: string[]; findings: Finding[] };

const MAX_NAMES = 10;

/** The name of an address, and whether that name leads back to it: without both, large receivers take no mail. `helo`: as the server calls itself. */
export async function checkPtr(ip: string, helo: string | null, resolver: DnsResolver): Promise<PtrCheck> {
  const address = parseAddress(ip)!;
  const answer = await resolver.resolve(reverseName(address.text), 'PTR');
  if (answer.state === 'unknown')
    return { names: [], confirmed: [], findings: [finding('ptr_unknown', { ip })] };
  if (answer.state === 'missing')
    return { names: [], confirmed: [], findings: [finding('ptr_missing', { ip })] };
  const names = answer.records.slice(0, MAX_NAMES);
  const type = address.family === 4 ? 'A' : 'AAAA';
  const answers = await Promise.all(names.map((name) => resolver.resolve(name, type)));
  const bits = address.family === 4 ? 32 : 128;
  const confirmed = names.filter((_, at) => {
    const found = answers[at]!;
    return found.state === 'found' && found.records.some((one) => isInNetwork(address, one, bits));
  });
  const isOpen = answers.some(({ state }) => state === 'unknown');
  if (confirmed.length === 0)
    return {
      names,
      confirmed,
      findings: [finding(isOpen ? 'ptr_unknown' : 'ptr_not_confirmed', { ip, name: names[0]! })],
    };
  const isOther = helo !== null && !confirmed.includes(helo.toLowerCase().replace(/\.$/, ''));
  return {
    names,
    confirmed,
    findings: [
      ...(isOther ? [finding('ptr_other', { name: confirmed[0]!, helo: helo! })] : []),
      ...(confirmed.every((name) => isGeneric(name, address.text))
        ? [finding('ptr_generic', { name: confirmed[0]! })]
        : []),
    ],
  };
}

/** A name that the network gave by itself has the address in it, and receivers take it for a home connection. */
function isGeneric(name: string, ip: string): boolean {
  if (isIP(ip) !== 4) return false;
  const bytes = ip.split('.');
  const digits = name.split(/[^0-9]+/).map((part) => part.replace(/^0+(?=\d)/, ''));
  return (
    bytes.slice(2).every((byte) => digits.includes(byte)) &&
    digits.filter((part) => bytes.includes(part)).length >= 3
  );
}
