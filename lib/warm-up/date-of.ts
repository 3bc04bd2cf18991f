import { offsetMs } from '@/lib/routing/time-zone';

/** The day by the clocks of that time zone (null: UTC): `2026-11-29`. */
export function dateOf(at: Date, timeZone: string | null): string {
  return new Date(at.getTime() + offsetMs(at.getTime(), timeZone ?? 'UTC')).toISOString().slice(0, 10);
}
