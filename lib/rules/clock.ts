import { Cron } from 'croner';

/** Five fields, as in a crontab; one that never comes is none. */
export function isCron(pattern: string): boolean {
  if (pattern.trim().split(/\s+/).length !== 5) return false;
  try {
    return new Cron(pattern, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/**
 * When it runs next, as the clock on the wall of this zone says: in the hour that a change of clocks leaves out, it runs as soon as
 * that is over; in the one that comes twice, once. Null: never.
 */
export function nextRun(pattern: string, timeZone: string, after: Date): Date | null {
  return nextRuns(pattern, timeZone, after, 1)[0] ?? null;
}

export function nextRuns(pattern: string, timeZone: string, after: Date, count: number): Date[] {
  return new Cron(pattern, { timezone: timeZone, paused: true }).nextRuns(count, after);
}

/** Which day it is there. */
export function dayIn(timeZone: string, at: Date): string {
  return formatIn(timeZone).format(at);
}

/** Making one costs as much as a hundred dates by it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
