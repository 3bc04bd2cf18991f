import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';

/** How many messages stand in front of a provider: for its pace, and for room in its limits. */
export type LineCount = { paced: number; forRoom: number };

/** A long line takes a while to count: it is counted so rarely that this costs at most a fiftieth of the time. */
const REST_FACTOR = 50;
const MIN_REST_MS = 200;
/** Nobody is pulled out of a line that is not known of: a count of few that took long, as a connection had to be opened, rests no longer. */
const MOST_REST_MS_EACH = 0.1;

let shared: { counts: Promise<Map<string, LineCount>>; restUntil: number } | undefined;
remember(forgetLines);

/** By provider; one that is gone may still have a line. What really waits is counted, so nobody who left is in it. */
export function countLines(): Promise<Map<string, LineCount>> {
  if (shared && Date.now() < shared.restUntil) return shared.counts;
  const began = Date.now();
  const entry = { counts: readLines(), restUntil: Number.POSITIVE_INFINITY };
  shared = entry;
  entry.counts.then(
    (counts) => {
      const now = Date.now();
      const restMs = Math.min((now - began) * REST_FACTOR, lengthOf(counts) * MOST_REST_MS_EACH);
      entry.restUntil = now + Math.max(MIN_REST_MS, restMs);
    },
    () => {
      if (shared === entry) shared = undefined;
    },
  );
  return entry.counts;
}

function lengthOf(counts: Map<string, LineCount>): number {
  return [...counts.values()].reduce((sum, { paced, forRoom }) => sum + paced + forRoom, 0);
}

/** What was counted is not true any more. */
export function forgetLines(): void {
  shared = undefined;
}

/** At this moment: what was counted is some time ago, and whoever comes meanwhile would pass those in line. */
export async function hasLineForRoom(providerId: string): Promise<boolean> {
  const [row] = await sql()<{ stands: boolean }[]>`
    select exists (
      select from messages where provider_id = ${providerId} and reason in ('paced', 'no_room') and reason = 'no_room'
    ) as stands`;
  return row?.stands ?? false;
}

async function readLines(): Promise<Map<string, LineCount>> {
  const rows = await sql()<(LineCount & { providerId: string | null })[]>`
    select provider_id as "providerId", count(*) filter (where reason = 'paced')::int as paced,
      count(*) filter (where reason = 'no_room')::int as "forRoom"
    from messages where reason in ('paced', 'no_room') group by provider_id`;
  return new Map(rows.map(({ providerId, ...count }) => [providerId ?? '', count]));
}
