import type { StoredPair } from '@/drizzle/schema/domains';
import type { KeyRow } from '@/lib/dkim/keys';
import { newDnsResolver } from '@/lib/dns/resolver';
import type { DomainRow } from '../row';
import { providersFor } from '../senders';
import { judgePair } from './judge-pair';
import { sendingFacts } from './sending-facts';

const WITHIN_MS = 8_000;

/** A domain with every provider that may send for its company, not only those that are meant to: a failover may reach any of them. */
export async function judgePairs(row: DomainRow, keys: KeyRow[]): Promise<Record<string, StoredPair>> {
  const providers = await providersFor(row.companyId);
  const judged = await Promise.all(
    providers.map(async (provider) => {
      const resolver = newDnsResolver({ withinMs: WITHIN_MS });
      const facts = await sendingFacts(row, keys, provider, resolver);
      const verdict = await judgePair({ fromDomain: row.name, facts, resolver });
      const { id, version } = provider.row;
      return [id, { ...verdict, version, checkedAt: new Date().toISOString() }] as const;
    }),
  );
  return Object.fromEntries(judged);
}
