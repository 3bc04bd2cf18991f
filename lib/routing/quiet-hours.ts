import { offsetMs } from './time-zone';

/** By the clocks of a place: from this hour until that one; the same hour twice is never. */
export type QuietHours = { fromHour: number; untilHour: number };

type Held = { channel: string; rings?: boolean; urgent: boolean; category: string };
type Where = {
  timeZone: string;
  quietHours: QuietHours & { categories: readonly string[]; channels: readonly string[] };
  /** Of who gets it, by their clocks, else by those of the company: whatever the category is. */
  own?: (QuietHours & { timeZone: string | null }) | undefined;
};

/** Until when a message that would go at this moment leaves a person alone; null: it goes. What is urgent always does. */
export function heldUntil(at: Date, { channel, rings, urgent, category }: Held, where: Where): Date | null {
  const { timeZone, quietHours, own } = where;
  if (urgent) return null;
  const waits = quietHours.channels.includes(channel) && quietHours.categories.includes(category);
  return untilNoneHolds(at, [
    ...(waits ? [{ ...quietHours, timeZone }] : []),
    ...(rings && own ? [{ ...own, timeZone: own.timeZone ?? timeZone }] : []),
  ]);
}

/** Where one night ends another may not be over; of two that leave no hour of the day free each is waited for once. */
function untilNoneHolds(at: Date, nights: (QuietHours & { timeZone: string })[]): Date | null {
  let end: Date | null = null;
  for (const { timeZone, ...hours } of [...nights, ...nights])
    end = quietUntil(end ?? at, timeZone, hours) ?? end;
  return end;
}

/** When it is no longer quiet, where it is at that moment; null: it is not. */
export function quietUntil(at: Date, timeZone: string, { fromHour, untilHour }: QuietHours): Date | null {
  const local = new Date(at.getTime() + offsetMs(at.getTime(), timeZone));
  const hour = local.getUTCHours();
  const overnight = fromHour > untilHour;
  const isQuiet = overnight ? hour >= fromHour || hour < untilHour : hour >= fromHour && hour < untilHour;
  if (!isQuiet) return null;
  const isEvening = overnight && hour >= fromHour;
  const ends = Date.UTC(
    local.getUTCFullYear(),
    local.getUTCMonth(),
    local.getUTCDate() + (isEvening ? 1 : 0),
    untilHour,
  );
  // By the offset of that hour: clocks may have changed in the night.
  return new Date(ends - offsetMs(ends - offsetMs(ends, timeZone), timeZone));
}
