import { newDnsResolver } from '@/lib/dns/resolver';
import type { DnsResolver } from '@/lib/dns/types';
import { env } from '@/lib/env';
import { isPublicAddress } from '@/lib/outbound/targets';

const MOST_SERVERS = 2;
const WITHIN_MS = 6_000;

/** The servers that keep a domain's records: what they say is so, while others may still know what was so before. */
export type Zone = { nameServers: string[]; servers: { name: string; resolver: DnsResolver }[] };

/** None are asked where `RELEVO_DNS_SERVERS` says whom to ask, nor at private addresses, to which anybody's zone could lead. */
export async function findZone(domain: string, resolver: DnsResolver): Promise<Zone> {
  const nameServers = await nameServersOf(domain, resolver);
  if (env().RELEVO_DNS_SERVERS.length > 0) return { nameServers, servers: [] };
  const found = await Promise.all(
    nameServers.slice(0, MOST_SERVERS).map(async (name) => {
      const answer = await resolver.resolve(name, 'A');
      const address = answer.state === 'found' ? answer.records.find(isPublicAddress) : undefined;
      return address ? [{ name, resolver: askOnly(address) }] : [];
    }),
  );
  return { nameServers, servers: found.flat() };
}

function askOnly(address: string): DnsResolver {
  return newDnsResolver({
    servers: [{ address, port: 53 }],
    recursive: false,
    withinMs: WITHIN_MS,
    rounds: 1,
  });
}

/** Of the nearest name upwards that has some; a sub-domain rarely is a zone of its own. */
async function nameServersOf(domain: string, resolver: DnsResolver): Promise<string[]> {
  const labels = domain.split('.');
  for (let at = 0; at < labels.length - 1; at++) {
    const answer = await resolver.resolve(labels.slice(at).join('.'), 'NS');
    if (answer.state === 'found') return answer.records.map((name) => name.toLowerCase()).toSorted();
  }
  return [];
}
