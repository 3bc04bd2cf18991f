const WEEK_HOURS = 168;
/** The last weeks count more. */
const WEIGHTS = [4, 3, 2, 1] as const;
/** Hours of history that are looked at. */
export const HISTORY_HOURS = WEEK_HOURS * WEIGHTS.length;
/** With less than two weeks nobody knows what is usual on a Monday. */
export const NEEDED_HOURS = 2 * WEEK_HOURS;

/** What each of the last weeks would make of the hours to come, the last week first. */
export type Outlook = { weeks: number[][] };

/** `low` and `high`: the least and the most that one of the weeks would make of it. */
export type Band = { expected: number; low: number; high: number };

/**
 * A forecast that can be told in a sentence: each hour as the same hour of the same weekday was in the last four weeks. `history`: one number
 * for each hour up to now, oldest first; null where it is not known, which is filled from the other weeks. Null: too little is known.
 */
export function outlookOf(history: (number | null)[], hours: number): Outlook | null {
  const known = history.filter((count) => count !== null);
  if (known.length < NEEDED_HOURS) return null;
  const usual = known.reduce((sum, count) => sum + count, 0) / known.length;
  const weeks = WEIGHTS.map((_, back) => {
    const from = history.length - (back + 1) * WEEK_HOURS;
    return Array.from({ length: WEEK_HOURS }, (_, hour) => history[from + hour] ?? null);
    // One of which most is a guess says nothing of its own.
  }).filter((week) => week.filter((count) => count !== null).length >= WEEK_HOURS / 2);
  const filled = weeks.map((week) =>
    week.map((count, hour) => count ?? averageOf(weeks.map((other) => other[hour] ?? null)) ?? usual),
  );
  const repeat = (week: number[]) => Array.from({ length: hours }, (_, hour) => week[hour % WEEK_HOURS] ?? 0);
  return filled.length >= 2 ? { weeks: filled.map(repeat) } : null;
}

/** Together from one hour, counted from now, to another; parts of hours count in part. */
export function totalOf({ weeks }: Outlook, from: number, until: number): Band {
  return bandOf(weeks.map((week) => sumOf(week, from, until)));
}

/**
 * After how many hours, counted from now, `room` is used up; `earliest` and `latest` by the weeks that need the most and the least. Null: not
 * before the outlook's end.
 */
export function usedUpAfter({ weeks }: Outlook, from: number, room: number) {
  const expected = weeks[0]!.map((_, hour) => bandOf(weeks.map((week) => week[hour]!)).expected);
  const after = weeks.map((week) => reach(week, from, room));
  const reached = after.filter((hours) => hours !== null);
  return {
    expected: reach(expected, from, room),
    earliest: reached.length > 0 ? Math.min(...reached) : null,
    latest: reached.length === after.length ? Math.max(...reached) : null,
  };
}

function reach(week: number[], from: number, room: number): number | null {
  let left = room;
  for (let hour = Math.floor(from); hour < week.length; hour++) {
    const begin = Math.max(from, hour);
    const count = week[hour]! * (hour + 1 - begin);
    if (count > 0 && count >= left) return begin + left / week[hour]!;
    left -= count;
  }
  return null;
}

function sumOf(week: number[], from: number, until: number): number {
  return week.reduce((sum, count, hour) => {
    const share = Math.min(until, hour + 1) - Math.max(from, hour);
    return share > 0 ? sum + count * share : sum;
  }, 0);
}

function bandOf(values: number[]): Band {
  return { expected: averageOf(values)!, low: Math.min(...values), high: Math.max(...values) };
}

/** Of the last week first. */
function averageOf(values: (number | null)[]): number | null {
  const weighed = values.flatMap((value, n) => (value === null ? [] : [{ value, weight: WEIGHTS[n] ?? 1 }]));
  const weight = weighed.reduce((sum, each) => sum + each.weight, 0);
  return weight > 0 ? weighed.reduce((sum, each) => sum + each.value * each.weight, 0) / weight : null;
}
