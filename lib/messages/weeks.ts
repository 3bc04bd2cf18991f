import { listWeeks, weekOf } from '@/lib/database/partitions';
import { idFloor } from '@/lib/ids';

/** Ids from `from` on, up to but not including `before`; null: without an end on that side. */
export type IdRange = { from: string | null; before: string | null };

/**
 * Ranges of ids that together are `range`, newest first, each of whole weekly partitions: the newest week and what lies ahead, then one, two,
 * four … weeks, at last all that is older. Who reads them one by one until a page is full leaves the history alone; and what is rare is
 * found in a handful of statements.
 */
export async function* newestFirst(range: IdRange, now = new Date()): AsyncGenerator<IdRange> {
  const starts = (await listWeeks()).filter((week) => week <= weekOf(now).suffix).toReversed();
  let before: string | null = null;
  let take = 1;
  for (let at = 0; at < starts.length; at += take, take = at > take ? take * 2 : take) {
    const oldest = starts[Math.min(at + take, starts.length) - 1]!;
    const from = startOf(oldest);
    const part = intersect(range, { from, before });
    if (part) yield part;
    before = from;
  }
  const rest = intersect(range, { from: null, before });
  if (rest) yield rest;
}

function startOf(week: string): string {
  return idFloor(new Date(`${week.slice(0, 4)}-${week.slice(4, 6)}-${week.slice(6)}T00:00:00Z`));
}

/** Ids compare as their texts do. */
function intersect(a: IdRange, b: IdRange): IdRange | null {
  const from =
    [a.from, b.from]
      .filter((id) => id !== null)
      .toSorted()
      .at(-1) ?? null;
  const before = [a.before, b.before].filter((id) => id !== null).toSorted()[0] ?? null;
  return from !== null && before !== null && from >= before ? null : { from, before };
}
