import { offsetMs } from '@/lib/routing/time-zone';

/**
 * The moment at which the clocks of a zone show this. In the hour that a change of clocks leaves out: as soon as it is over, by the clocks of
 * before; in the one that comes twice, the first time.
 */
export function instantOf(wallClock: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wallClock}:00Z`);
  const offsets = [offsetMs(asUtc - 86_400_000, timeZone), offsetMs(asUtc + 86_400_000, timeZone)];
  const fitting = offsets
    .map((offset) => asUtc - offset)
    .filter((at) => at + offsetMs(at, timeZone) === asUtc)
    .sort((a, b) => a - b);
  return new Date(fitting[0] ?? asUtc - offsets[0]!);
}

/** Where the clocks are ahead of all others (UTC+14). */
const FIRST_ZONE = 'Pacific/Kiritimati';

/** When the first of those whose own clocks are meant may get it. */
export function firstInstantOf(wallClock: string): Date {
  return instantOf(wallClock, FIRST_ZONE);
}
