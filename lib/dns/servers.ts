import { getServers } from 'node:dns';
import { env } from '@/lib/env';

export type DnsServer = { address: string; port: number };

const PORT = 53;

/** Whom to ask: `RELEVO_DNS_SERVERS` where set, and nobody else; otherwise the system's. */
export function dnsServers(): DnsServer[] {
  const own = env().RELEVO_DNS_SERVERS;
  return (own.length > 0 ? own : getServers()).map(parseDnsServer);
}

/** `10.0.0.53`, `10.0.0.53:53`, `[fd00::53]:53`, `fd00::53`. */
export function parseDnsServer(text: string): DnsServer {
  const [, inBrackets, port6] = /^\[([^\]]+)\](?::(\d+))?$/.exec(text) ?? [];
  if (inBrackets) return { address: inBrackets, port: Number(port6 ?? PORT) };
  const [, address, port] = /^([^:]+):(\d+)$/.exec(text) ?? [];
  return address ? { address, port: Number(port) } : { address: text, port: PORT };
}
