import { sql } from '@/lib/database/db';
import { offsetMs } from '@/lib/routing/time-zone';
import { currentSettings } from '@/lib/settings/current';

const MINUTE_MS = 60_000;
const HALF_YEAR_MS = 183 * 86_400_000;

/**
 * Minutes that a row of `delivery_hours` stands for: an hour, but a half or a quarter of one where a day in the settings' zone, a
 * provider's or a company's begins in the middle of an hour of UTC. Rows of before keep theirs.
 */
export async function currentGrain(): Promise<number> {
  const [{ general }, own] = await Promise.all([
    currentSettings(),
    sql()<{ zone: string }[]>`
      select time_zone as zone from providers where time_zone is not null
      union select time_zone from companies where time_zone is not null`,
  ]);
  return grainOf([general.timeZone, ...own.map(({ zone }) => zone)], new Date());
}

/** In winter and in summer. */
export function grainOf(zones: string[], now: Date): number {
  const offsets = zones.flatMap((zone) =>
    [0, HALF_YEAR_MS].map((ms) => offsetMs(now.getTime() + ms, zone) / MINUTE_MS),
  );
  return offsets.reduce(greatestDivisor, 60);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}

/** An expression: the beginning of the row that a moment falls into. */
export function binned(moment: string, grainMinutes: number): string {
  return `date_bin('${grainMinutes} minutes', ${moment}, '2000-01-01T00:00:00Z')`;
}

/** An expression over `delivery_hours`: hours from here on may be folded anew. Whole hours, however fine its rows are. */
export const FOLDED_UNTIL = "date_trunc('hour', max(hour), 'utc') - interval '1 hour'";
