import { setTimeout as pause } from 'node:timers/promises';
import { remember } from '@/lib/async/memory';
import type { DnsResolver } from '@/lib/dns/types';
import { BLOCKLISTS } from '@/lib/dns-checks/blocklists';
import { type BlocklistCheck, checkBlocklists } from '@/lib/dns-checks/check-blocklists';

/** What a list said holds for so long: several domains often share an address, and people press twice. */
const FRESH_MS = 3_600_000;
const MOST_KEPT = 1_000;
/** Between two lists: free ones stop answering who asks in bursts. */
const PAUSE_MS = 100;

const known = new Map<string, { at: number; check: BlocklistCheck }>();
remember(() => known.clear());

/** One list after another, each once an hour at the most. What was not asked is no answer, and is asked again. */
export async function askBlocklists(subject: string, resolver: DnsResolver): Promise<BlocklistCheck> {
  const joined: BlocklistCheck = { listings: [], findings: [] };
  for (const list of BLOCKLISTS) {
    const key = `${list.zone} ${subject}`;
    const kept = known.get(key);
    const isFresh = kept && Date.now() - kept.at < FRESH_MS;
    const check = isFresh ? kept.check : await checkBlocklists(subject, resolver, [list]);
    if (!isFresh && check.listings.length > 0) {
      if (check.listings.every(({ state }) => state !== 'not_asked')) keep(key, check);
      await pause(PAUSE_MS);
    }
    joined.listings.push(...check.listings);
    joined.findings.push(...check.findings);
  }
  return joined;
}

function keep(key: string, check: BlocklistCheck): void {
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, { at: Date.now(), check });
}

/** For tests, in which the same address stands for several. */
export function forgetBlocklists(): void {
  known.clear();
}
