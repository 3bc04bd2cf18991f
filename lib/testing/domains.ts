import type { z } from 'zod';
import { sql } from '@/lib/database/db';
import { createDomain } from '@/lib/domains/change';
import { checkDomain } from '@/lib/domains/check';
import { DomainInput, type DomainView } from '@/lib/domains/schema';
import { startWarmUp } from '@/lib/warm-up/change';
import { WarmUpInput, type WarmUpView } from '@/lib/warm-up/schema';
import type { ZoneRecord, Zones } from './dns-zones';
import { makeProvider, testContext } from './factories';

let count = 0;

export function makeDomain(input: Partial<z.input<typeof DomainInput>> = {}): Promise<DomainView> {
  return createDomain(testContext, DomainInput.parse({ name: `domain-${++count}.example`, ...input }));
}

export async function makeWarmUp(input: Partial<z.input<typeof WarmUpInput>> = {}): Promise<WarmUpView> {
  const provider = input.provider ?? (await makeProvider()).id;
  return startWarmUp(testContext, WarmUpInput.parse({ ...input, provider }));
}

/** One that wants a record of each kind, and the zones in which all of them are right. */
export async function makeWithZones(): Promise<{ domain: DomainView; zones: Zones }> {
  const name = `zoned-${++count}.example`;
  const domain = await makeDomain({
    name,
    senders: { addresses: ['192.0.2.7'], providers: [] },
    dmarc: { policy: 'quarantine', reportsTo: `dmarc@${name}` },
    returnPath: { name: 'bounces', host: 'mail.example.net' },
  });
  return { domain, zones: rightZones(domain) };
}

function rightZones({ name, records }: DomainView): Zones {
  const zones: Zones = { [name]: [{ NS: 'ns1.dns-host.example' }] };
  for (const { name: at, type, value } of records) {
    const [preference = '', host = ''] = value.split(' ');
    const record: ZoneRecord = type === 'MX' ? { MX: [Number(preference), host] } : { TXT: value };
    zones[at] = [...(zones[at] ?? []), record];
  }
  return zones;
}

/** Now, whoever looked a moment ago. */
export async function lookAgain({ id }: DomainView): Promise<DomainView> {
  await sql()`update domains set checked_at = null where id = ${id}`;
  return checkDomain(testContext, { id });
}
