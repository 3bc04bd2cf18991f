import { listWeeks, weekOf } from '@/lib/database/partitions';
import { idFloor } from '@/lib/ids';

/** Ids from `from` on, up to but not including `before`; null: without an end on that side. */
export type IdRange = { from: string | null; before: string | null };

/** With the weeks that it consists of, newest first. */
export type Part = IdRange & { weeks: IdRange[] };

/**
 * Ranges of ids that together are `range`, newest first, each of whole weekly partitions: the newest week and what lies ahead, then one, two,
 * four … weeks, at last all that is older. Who reads them one by one until a page is full leaves the history alone; and what is rare is
 * found in a handful of statements.
 */
export async function* newestFirst(range: IdRange, now = new Date()): AsyncGenerator<Part> {
  const starts = (await listWeeks()).filter((week) => week <= weekOf(now).suffix).toReversed();
  let before: string | null = null;
  let take = 1;
  for (let at = 0; at < starts.length; at += take, take = at > take ? take * 2 : take) {
    const weeks: IdRange[] = [];
    for (const week of starts.slice(at, at + take)) {
      const from = startOf(week);
      weeks.push({ from, before });
      before = from;
    }
    const part = toPart(range, weeks);
    if (part) yield part;
  }
  const rest = toPart(range, [{ from: null, before }]);
  if (rest) yield rest;
}

function toPart(range: IdRange, weeks: IdRange[]): Part | null {
  const within = weeks.flatMap((week) => intersect(range, week) ?? []);
  if (within.length === 0) return null;
  return { from: within.at(-1)!.from, before: within[0]!.before, weeks: within };
}

/** What is accepted since that id, and before it. */
export function splitAt(range: IdRange, id: string): { since: IdRange | null; before: IdRange | null } {
  return {
    since: intersect(range, { from: id, before: null }),
    before: intersect(range, { from: null, before: id }),
  };
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
