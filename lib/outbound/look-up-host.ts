import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { newDnsResolver } from '@/lib/dns/resolver';
import type { DnsAnswer } from '@/lib/dns/types';
import { env } from '@/lib/env';
import { asciiDomain } from '@/lib/text/ascii-domain';

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
  const resolver = newDnsResolver();
  const name = asciiDomain(host);
  const [v4, v6] = await Promise.all([resolver.resolve(name, 'A'), resolver.resolve(name, 'AAAA')]);
  const found = [...addresses(v4, 4), ...addresses(v6, 6)];
  if (found.length > 0) return found;
  // "No such name" is the same from both; "no such record" or silence of the one is less than what the other says.
  const codes = [codeOf(v4), codeOf(v6)];
  const code = codes.find((one) => one !== 'ENODATA') ?? 'ENODATA';
  throw Object.assign(new Error(`${code} ${host}`), { code, hostname: host });
}

function addresses(answer: DnsAnswer<string>, family: 4 | 6): HostAddress[] {
  return answer.state === 'found' ? answer.records.map((address) => ({ address, family })) : [];
}

/** As Node's own look-ups call it. */
const CODES: Record<string, string> = {
  no_name: 'ENOTFOUND',
  no_data: 'ENODATA',
  bad_name: 'EBADNAME',
  timeout: 'ETIMEOUT',
  too_many: 'ETIMEOUT',
  servfail: 'ESERVFAIL',
  alias_loop: 'ESERVFAIL',
  refused: 'EREFUSED',
  unreachable: 'ECONNREFUSED',
  malformed: 'EBADRESP',
};

function codeOf(answer: DnsAnswer<string>): string {
  return answer.state === 'found' ? '' : CODES[answer.reason]!;
}
