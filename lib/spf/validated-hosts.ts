import { reverseName } from '@/lib/dns/name';
import type { DnsResolver } from '@/lib/dns/types';
import { type Address, isInNetwork } from './address';
import { MAX_HOSTS } from './spf-result';

type Asker = { resolver: DnsResolver; ip: Address };

/**
 * The names of an address that lead back to it (RFC 7208 5.5), of those that are wanted. Only the first ten of its PTR records are looked
 * at; a name that cannot be asked is passed over.
 */
export async function listValidatedHosts(
  { resolver, ip }: Asker,
  isWanted: (host: string) => boolean = () => true,
): Promise<{ hosts: string[]; isVoid: boolean }> {
  const answer = await resolver.resolve(reverseName(ip.text), 'PTR');
  if (answer.state !== 'found') return { hosts: [], isVoid: answer.state === 'missing' };
  const hosts: string[] = [];
  for (const host of answer.records.slice(0, MAX_HOSTS).filter(isWanted)) {
    const addresses = await resolver.resolve(host, ip.family === 4 ? 'A' : 'AAAA');
    if (addresses.state !== 'found') continue;
    if (addresses.records.some((address) => isInNetwork(ip, address, ip.family === 4 ? 32 : 128)))
      hosts.push(host);
  }
  return { hosts, isVoid: false };
}

/** What `%{p}` is: the domain itself before one below it, before any other (7.3). */
export async function findValidatedHost(asker: Asker, domain: string): Promise<string> {
  const { hosts } = await listValidatedHosts(asker);
  const isDomain = (host: string) => host.toLowerCase() === domain.toLowerCase();
  return hosts.find(isDomain) ?? hosts.find((host) => isAtOrBelow(host, domain)) ?? hosts[0] ?? 'unknown';
}

export function isAtOrBelow(host: string, domain: string): boolean {
  const [one, other] = [host.toLowerCase(), domain.toLowerCase()];
  return one === other || one.endsWith(`.${other}`);
}
