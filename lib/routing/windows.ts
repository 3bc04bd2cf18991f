import { offsetMs, startOfDate } from './time-zone';

export type WindowUnit = 'minute' | 'hour' | 'day' | 'month';
export type Window = { startsAt: Date; endsAt: Date };

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The minute, hour, day or month that `now` lies in, by the clocks of that time zone (null: UTC). Days may have 23 or 25 hours. */
export function windowAt(unit: WindowUnit, now: Date, timeZone: string | null): Window {
  const zone = timeZone ?? 'UTC';
  if (unit === 'minute') return fixed(now, MINUTE_MS, 0);
  if (unit === 'hour') return hourAt(now, zone);
  const local = new Date(now.getTime() + offsetMs(now.getTime(), zone));
  const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  const begin = unit === 'day' ? [year, month, date] : [year, month, 1];
  const end = unit === 'day' ? [year, month, date + 1] : [year, month + 1, 1];
  return { startsAt: startOfDate(begin, zone), endsAt: startOfDate(end, zone) };
}

/** Some zones are half an hour apart from the others, and Lord Howe's clocks change by half an hour: one of its hours is cut short then. */
function hourAt(now: Date, zone: string): Window {
  const nowMs = now.getTime();
  const { startsAt, endsAt } = fixed(now, HOUR_MS, offsetMs(nowMs, zone));
  const isCut = (atMs: number) => (offsetMs(atMs, zone) - offsetMs(nowMs, zone)) % HOUR_MS !== 0;
  return {
    startsAt: isCut(startsAt.getTime())
      ? new Date(changeBetween(startsAt.getTime(), nowMs, isCut))
      : startsAt,
    endsAt: isCut(endsAt.getTime() - 1) ? new Date(changeBetween(nowMs, endsAt.getTime(), isCut)) : endsAt,
  };
}

/** The first moment that is no longer as the first one; clocks change at full minutes. */
function changeBetween(fromMs: number, toMs: number, is: (atMs: number) => boolean): number {
  const first = is(fromMs);
  for (let at = fromMs - (fromMs % MINUTE_MS) + MINUTE_MS; at < toMs; at += MINUTE_MS)
    if (is(at) !== first) return at;
  return toMs;
}

function fixed(now: Date, lengthMs: number, shiftMs: number): Window {
  const local = now.getTime() + shiftMs;
  const startsAt = local - (local % lengthMs) - shiftMs;
  return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + lengthMs) };
}
