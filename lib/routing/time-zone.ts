const DAY_MS = 86_400_000;

/** How far the clocks of a zone are ahead of UTC at a moment. */
export function offsetMs(atMs: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
}

/**
 * The first moment of a date, [year, month from 0, day]; a day or month past the end runs on into the next. Midnight may
 * come twice or not at all where clocks change at it: of what the offsets before and after make of it, the earlier that
 * lies on that date.
 */
export function startOfDate(date: readonly number[], timeZone: string): Date {
  const [year, month, day] = date as [number, number, number];
  const midnight = Date.UTC(year, month, day);
  const [before, after] = [midnight - DAY_MS, midnight + DAY_MS].map(
    (at) => midnight - offsetMs(at, timeZone),
  ) as [number, number];
  const onDate = [before, after]
    .filter((at) => Math.floor((at + offsetMs(at, timeZone)) / DAY_MS) * DAY_MS === midnight)
    .sort((a, b) => a - b);
  // None: a whole day was left out, as in Samoa in 2011.
  return new Date(onDate[0] ?? before);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = newFormat(timeZone) ?? newFormat('UTC')!;
  formats.set(timeZone, format);
  return format;
}

/** Undefined: a zone that this version does not know. Whoever saves one is told; a row that names it must not stop who reckons with all of them. */
function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return makeFormat(timeZone);
  } catch {
    return undefined;
  }
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
