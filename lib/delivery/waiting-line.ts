import type { ProviderRow } from '@/drizzle/schema/providers';
import { limitsOf } from '@/lib/capacity/limits';
import { forgetLines } from '@/lib/capacity/lines';
import { sql } from '@/lib/database/db';
import type { LoadedProvider } from '@/lib/providers/load';
import { capacityOf } from '@/lib/routing/limits';
import type { LimitUnit } from '@/lib/routing/types';
import { type WindowUnit, windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import { Standings } from './standings';

/**
 * THE LINE in front of a provider: messages that wait for its pace or for room in its limits. A message stands in it by its own row
 * (`reason` and `provider_id`) and in the order of priority and age, so whoever is canceled, moved or ended has left it. Nobody wakes
 * those who wait: a worker with room in its lane takes the first ones (`pull-lines.ts`). `due_at` tells when that will be, as far as can be told.
 */
export const IN_LINE = ['paced', 'no_room'] as const;

export function isInLine(reason: string | null): boolean {
  return (IN_LINE as readonly (string | null)[]).includes(reason);
}

/** A claim takes messages due within a second along: a moment later the new window has begun for every clock. */
const AFTER_RENEWAL_MS = 1_500;
/** Windows are walked one by one where they differ in length; nobody plans further ahead. */
const MOST_WINDOWS = 400;

const standings = new Standings(async (providerId) => {
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int from messages where provider_id = ${providerId} and reason in ('paced', 'no_room')`;
  return row?.count ?? 0;
});

type Wish = { provider: LoadedProvider; unit: LimitUnit; until: Date; perSecond: number | null };

/** About when a message that goes to the end of the line will be taken: an estimate for people, and for the order of nothing. */
export async function expectTurn({ provider, unit, until, perSecond }: Wish): Promise<Date> {
  const ahead = await standings.join(provider.row.id);
  if (unit === 'second') return new Date(Date.now() + ((ahead + 1) * 1000) / (perSecond ?? 10));
  if (unit === 'provider') return after(until);
  return after(
    windowAfter(provider.row, unit, until, Math.floor(ahead / (await capacityOfWindow(provider.row, unit)))),
  );
}

/** Who was counted goes elsewhere after all. */
export function leaveStanding(providerId: string): void {
  standings.leave(providerId);
}

/** For tests. */
export function forgetStandings(): void {
  standings.forget();
  forgetLines();
}

async function capacityOfWindow(row: ProviderRow, unit: LimitUnit): Promise<number> {
  const { bufferPercent } = (await currentSettings()).delivery.limits;
  const policy = { urgent: false, bufferPercent };
  const limit = limitsOf(row, policy, new Date()).find((each) => each.unit === unit);
  return Math.max(1, Math.floor((limit?.capacity ?? capacityOf(1, policy)) / (limit?.perUnit ?? 1)));
}

/** The beginning of the window that comes `count` windows after the one that begins at `first`. */
export function windowAfter(
  row: Pick<ProviderRow, 'timeZone'>,
  unit: LimitUnit,
  first: Date,
  count: number,
): Date {
  const length = unit === 'budget' ? 'month' : (unit as WindowUnit);
  if (length === 'minute') return new Date(first.getTime() + count * 60_000);
  let start = first;
  for (let n = 0; n < Math.min(count, MOST_WINDOWS); n++)
    start = windowAt(length, start, row.timeZone).endsAt;
  return start;
}

export function after(start: Date): Date {
  return new Date(start.getTime() + AFTER_RENEWAL_MS);
}
