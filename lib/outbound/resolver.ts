import { Resolver } from 'node:dns/promises';
import { env } from '@/lib/env';

/** Of each try at each server: without, a silent one takes 23 s. */
const TIMEOUT_MS = 2000;

/** Asks the servers of `RELEVO_DNS_SERVERS` where set, else those of the system; what is asked twice is asked twice. */
export function newResolver(): Resolver {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, maxTimeout: TIMEOUT_MS, tries: 2 });
  const servers = env().RELEVO_DNS_SERVERS;
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}
