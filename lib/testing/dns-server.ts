import { onTestFinished } from 'vitest';
import { forgetEnv } from '@/lib/env';
import type { ZoneRecord, Zones } from './dns-zones';
import { type ServedDns, serveDns } from './serve-dns';

type More = {
  /** Preference and host; RFC 7505's null MX is `[0, '']`. */
  mx?: Record<string, [preference: number, host: string][]>;
  /** Names of which it says that it failed. */
  failing?: string[];
  /** It knows nothing of the world, as in a network without a way out. */
  offline?: boolean;
  /** Names of which it says nothing. */
  silent?: string[];
};

/** A DNS server on this machine that knows these zones and no others. Until the end of the test nobody else is asked. */
export async function setUpZones(
  zones: Zones,
  options: Parameters<typeof serveDns>[1] = {},
): Promise<ServedDns> {
  const served = await serveDns(zones, options);
  process.env.RELEVO_DNS_SERVERS = served.address;
  forgetEnv();
  onTestFinished(async () => {
    await served.close();
    delete process.env.RELEVO_DNS_SERVERS;
    forgetEnv();
  });
  return served;
}

/** The same for those who only ask for addresses and mail servers of hosts. */
export async function setUpDns(
  hosts: Record<string, string[]>,
  { mx = {}, failing = [], silent = [], offline }: More = {},
): Promise<{ asked: string[] }> {
  // Read anew for each question: a test may say something else the second time.
  const zones: Zones = {};
  const add = (name: string, records: () => ZoneRecord[]) => {
    const before = Object.getOwnPropertyDescriptor(zones, name)?.get ?? (() => []);
    const get = () => [...before(), ...records()];
    Object.defineProperty(zones, name, { enumerable: true, configurable: true, get });
  };
  for (const name of [...failing, ...silent])
    add(name, () => [failing.includes(name) ? 'SERVFAIL' : 'TIMEOUT']);
  for (const host of Object.keys(hosts)) add(host, () => hosts[host]!.map(toAddressRecord));
  for (const domain of Object.keys(mx)) add(domain, () => mx[domain]!.map((exchange) => ({ MX: exchange })));
  if (!offline) add('com', () => [{ NS: 'a.gtld-servers.net' }]);
  const asked: string[] = [];
  await setUpZones(zones, {
    onQuestion: (name, type) => {
      if (name !== 'com' || type !== 'NS') asked.push(name);
    },
  });
  return { asked };
}

function toAddressRecord(address: string): ZoneRecord {
  return address.includes(':') ? { AAAA: address } : { A: address };
}
