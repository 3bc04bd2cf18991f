import { offsetMs, startOfDate } from '@/lib/routing/time-zone';
import type { Interval } from './intervals';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The beginnings of all intervals that lie in part between both moments, by the clocks of that zone; hours are those of UTC, as they are folded. */
export function bucketsBetween(interval: Interval, from: Date, to: Date, timeZone: string): Date[] {
  const starts: Date[] = [];
  for (let step = 0; ; step++) {
    const start = startOf(interval, from, step, timeZone);
    if (start >= to) return starts;
    starts.push(start);
  }
}

function startOf(interval: Interval, at: Date, step: number, timeZone: string): Date {
  if (interval === 'hour') return new Date(Math.floor(at.getTime() / HOUR_MS + step) * HOUR_MS);
  const local = new Date(at.getTime() + offsetMs(at.getTime(), timeZone));
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  if (interval === 'month') return startOfDate([year, month + step, 1], timeZone);
  if (interval === 'day') return startOfDate([year, month, day + step], timeZone);
  const sinceMonday = (local.getUTCDay() + 6) % 7;
  return startOfDate([year, month, day - sinceMonday + 7 * step], timeZone);
}

/** A date alone is all of that day: its beginning as the first moment of a range, the next one's as its end. */
export function parseMoment(value: string, edge: 'from' | 'to', timeZone: string): Date {
  if (value.includes('T')) return new Date(value);
  const [year, month, day] = value.split('-').map(Number) as [number, number, number];
  return startOfDate([year, month - 1, edge === 'to' ? day + 1 : day], timeZone);
}

/** So many intervals are looked at when nobody says, the one that runs among them. */
export const USUAL: Record<Interval, number> = { hour: 24, day: 30, week: 12, month: 12 };

/** The beginning of the first of them. */
export function usualStart(interval: Interval, end: Date, timeZone: string): Date {
  const last = new Date(end.getTime() - 1);
  return startOf(interval, last, 1 - USUAL[interval], timeZone);
}

/** At least so long. */
export const LENGTH_MS: Record<Interval, number> = {
  hour: HOUR_MS,
  day: 23 * HOUR_MS,
  week: 7 * DAY_MS - HOUR_MS,
  month: 28 * DAY_MS - HOUR_MS,
};
