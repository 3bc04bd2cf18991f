import { bucketsBetween } from '@/lib/metrics/buckets';
import type { Interval } from '@/lib/metrics/intervals';
import { offsetMs, startOfDate } from '@/lib/routing/time-zone';
import type { Frequency } from './schema';

export type Period = { from: Date; to: Date };
type Rhythm = { frequency: Frequency; hour: number; timeZone: string };

const INTERVALS = { daily: 'day', weekly: 'week', monthly: 'month' } as const satisfies Record<
  Frequency,
  Interval
>;
const DAY_MS = 86_400_000;
/** Longer than any of the periods, with a clock that changes in it. */
const LONGEST_MS = { daily: 1.5 * DAY_MS, weekly: 7.5 * DAY_MS, monthly: 31.5 * DAY_MS };

/** The last day, week (from Monday) or month that is over, by the clocks of the zone. */
export function lastPeriod({ frequency, timeZone }: Omit<Rhythm, 'hour'>, now: Date): Period {
  const to = startAt(frequency, now, timeZone);
  return { from: startAt(frequency, new Date(to.getTime() - 1), timeZone), to };
}

/** When the report of the period that lasts at `now` is due: what was sent for the one before is not sent again, however late that was. */
export function dueAfter(rhythm: Rhythm, now: Date): Date {
  return dueOf(rhythm, endOf(rhythm, now));
}

/** The first hour of its kind that is still to come. */
export function firstDue(rhythm: Rhythm, now: Date): Date {
  const due = dueOf(rhythm, startAt(rhythm.frequency, now, rhythm.timeZone));
  return due > now ? due : dueAfter(rhythm, now);
}

function startAt(frequency: Frequency, at: Date, timeZone: string): Date {
  return bucketsBetween(INTERVALS[frequency], at, new Date(at.getTime() + 1), timeZone)[0]!;
}

function endOf({ frequency, timeZone }: Rhythm, now: Date): Date {
  const until = new Date(now.getTime() + LONGEST_MS[frequency]);
  return bucketsBetween(INTERVALS[frequency], now, until, timeZone)[1]!;
}

/** At that hour of the day that begins there; where clocks leave the hour out, as soon as they have passed it. */
function dueOf({ hour, timeZone }: Rhythm, begin: Date): Date {
  const local = new Date(begin.getTime() + offsetMs(begin.getTime(), timeZone));
  const date = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()] as const;
  const wanted = Date.UTC(...date, hour);
  const [before, after] = [wanted - DAY_MS, wanted + DAY_MS].map((at) => wanted - offsetMs(at, timeZone));
  const right = [before!, after!].filter((at) => at + offsetMs(at, timeZone) === wanted);
  return new Date(
    Math.max(Math.min(...(right.length > 0 ? right : [before!])), startOfDate(date, timeZone).getTime()),
  );
}
