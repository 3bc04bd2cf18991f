import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { env } from '@/lib/env';
import { newResolver } from './resolver';

export type HostAddress = { address: string; family: 4 | 6 };

/**
 * Every address of a host: as `RELEVO_DNS_SERVERS` say where set, else as the system does (getaddrinfo: hosts file and all). The one place where names of others become
 * addresses, for HTTP and SMTP alike. @throws Error with the DNS's own code
 */
export async function lookUpHost(host: string): Promise<HostAddress[]> {
  const bare = host.replace(/^\[|\]$/g, '');
  const family = isIP(bare) as 0 | 4 | 6;
  if (family) return [{ address: bare, family }];
  const servers = env().RELEVO_DNS_SERVERS;
  if (servers.length > 0 && !IS_OWN_HOST.test(bare)) return ask(bare);
  // With a dot behind, some systems do not know this machine, and others do.
  const name = IS_OWN_HOST.test(bare) ? bare.replace(/\.$/, '') : bare;
  return (await lookup(name, { all: true })) as HostAddress[];
}

/** This machine, which no DNS server is asked about (RFC 6761 6.3). */
const IS_OWN_HOST = /^(.+\.)?localhost\.?$/i;

async function ask(host: string): Promise<HostAddress[]> {
  const resolver = newResolver();
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [...addresses(v4, 4), ...addresses(v6, 6)];
  if (found.length > 0) return found;
  // "No such name" is the same from both; "no such record" or silence of the one is less than what the other says.
  const errors = [v4, v6].map((result) => (result as PromiseRejectedResult).reason as NodeJS.ErrnoException);
  throw errors.find(({ code }) => code !== 'ENODATA') ?? errors[0]!;
}

function addresses(result: PromiseSettledResult<string[]>, family: 4 | 6): HostAddress[] {
  return result.status === 'fulfilled' ? result.value.map((address) => ({ address, family })) : [];
}
