import { Batcher } from '@/lib/batcher';
import { sql } from '@/lib/db';
import type { LimitUnit } from '@/lib/routing/types';
import { type WindowUnit, windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import { limitsOf } from './limits';
import type { ProviderRow } from './view';

type Booking = { row: ProviderRow; unit: LimitUnit; until: Date; units: number };
type Line = { bookedFor: Date | null; booked: number };

/** A claim takes messages due within a second along: a moment later the new window has begun for every clock. */
const AFTER_RENEWAL_MS = 1_500;

const batcher = new Batcher<Booking, Date>({ flush: bookTogether, waitMs: 2, maxItems: 500, concurrency: 1 });

/**
 * When a message that found no room may try again. Messages are booked into the windows to come one after the other, each as full as
 * the limit allows: 50,000 messages that wait for a limit of 30 a minute are not all woken each minute.
 */
export function bookRoom(booking: Booking): Promise<Date> {
  return batcher.add(booking);
}

async function bookTogether(bookings: Booking[]): Promise<Date[]> {
  const groups = Map.groupBy(bookings, ({ row, unit }) => `${row.id} ${unit}`);
  const places = new Map<Booking, Date>();
  for (const group of groups.values())
    for (const [index, at] of (await bookGroup(group)).entries()) places.set(group[index]!, at);
  return bookings.map((booking) => places.get(booking)!);
}

async function bookGroup(group: Booking[]): Promise<Date[]> {
  const { row, unit, until } = group[0]!;
  if (unit === 'provider') return group.map(() => after(until));
  const capacity = await capacityOfLine(row, unit);
  for (;;) {
    const before = await readLine(row.id, unit);
    const { line, starts } = place(group, before, capacity);
    if (await moveLine(row.id, unit, before, line)) return starts.map(after);
  }
}

/** Pure: who starts when, and where the line ends then. */
function place(group: Booking[], before: Line, capacity: number): { line: Line; starts: Date[] } {
  const { row, unit, until } = group[0]!;
  let start = before.bookedFor && before.bookedFor > until ? before.bookedFor : until;
  let count = before.bookedFor?.getTime() === start.getTime() ? before.booked : 0;
  const starts = group.map(({ units }) => {
    if (count > 0 && count + units > capacity) {
      start = windowAt(unit === 'budget' ? 'month' : (unit as WindowUnit), start, row.timeZone).endsAt;
      count = 0;
    }
    count += units;
    return start;
  });
  return { line: { bookedFor: start, booked: count }, starts };
}

async function capacityOfLine(row: ProviderRow, unit: LimitUnit): Promise<number> {
  const { bufferPercent } = (await currentSettings()).delivery.limits;
  const limit = limitsOf(row, { urgent: false, bufferPercent }, new Date()).find(
    (each) => each.unit === unit,
  );
  return Math.max(1, Math.floor((limit?.capacity ?? 1) / (limit?.perUnit ?? 1)));
}

async function readLine(providerId: string, unit: LimitUnit): Promise<Line> {
  const [line] = await sql()<Line[]>`
    select booked_for as "bookedFor", booked from provider_windows where provider_id = ${providerId} and unit = ${unit}`;
  return line ?? { bookedFor: null, booked: 0 };
}

/** False: another worker was faster. A window that is not there any more needs no line. */
async function moveLine(providerId: string, unit: LimitUnit, before: Line, line: Line): Promise<boolean> {
  const rows = await sql()<{ same: boolean }[]>`
    with moved as (
      update provider_windows set booked_for = ${line.bookedFor}, booked = ${line.booked}
      where provider_id = ${providerId} and unit = ${unit}
        and booked = ${before.booked} and booked_for is not distinct from ${before.bookedFor}
      returning true as same
    )
    select same from moved
    union all
    select true where not exists (select from provider_windows where provider_id = ${providerId} and unit = ${unit})`;
  return rows.length > 0;
}

function after(start: Date): Date {
  return new Date(start.getTime() + AFTER_RENEWAL_MS);
}
