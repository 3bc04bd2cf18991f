import { describe, expect, it } from 'vitest';
import { HISTORY_HOURS, NEEDED_HOURS, outlookOf, totalOf, usedUpAfter } from './outlook';

const WEEK = 168;
const MONTH_HOURS = 31 * 24;
const hours = (count: number, valueAt: (hour: number) => number | null) =>
  Array.from({ length: count }, (_, hour) => valueAt(hour));

/** Repeatable, by the numbers of Park and Miller. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe.each([1, 7, 13, 99])('whatever the numbers are (%i)', (seed) => {
  const next = random(seed);
  const [from, until] = [next() * 20, 21 + next() * 300];

  it('what was always the same stays so, without a band', () => {
    const level = Math.round(next() * 1_000);
    const outlook = outlookOf(
      hours(HISTORY_HOURS, () => level),
      MONTH_HOURS,
    )!;
    const { expected, low, high } = totalOf(outlook, from, until);
    expect(expected).toBeCloseTo(level * (until - from), 6);
    expect([low, high]).toEqual([expect.closeTo(expected, 6), expect.closeTo(expected, 6)]);
  });

  it('a pattern of the week is repeated hour by hour', () => {
    const week = hours(WEEK, () => Math.round(next() * 50)) as number[];
    const offset = Math.floor(next() * WEEK);
    const history = hours(HISTORY_HOURS, (hour) => week[(hour + offset) % WEEK]!);
    const outlook = outlookOf(history, MONTH_HOURS)!;
    for (const hour of [0, 1, 100, 167, 168, 500, 743])
      expect(totalOf(outlook, hour, hour + 1).expected).toBeCloseTo(
        week[(HISTORY_HOURS + hour + offset) % WEEK]!,
        9,
      );
  });

  it('holes are filled as the other weeks were', () => {
    const week = hours(WEEK, () => Math.round(next() * 50)) as number[];
    // Each hour is missing in one of the weeks at most.
    const missing = hours(WEEK, () => Math.floor(next() * 8)) as number[];
    const history = hours(HISTORY_HOURS, (hour) =>
      missing[hour % WEEK] === Math.floor(hour / WEEK) ? null : week[hour % WEEK]!,
    );
    const outlook = outlookOf(history, WEEK)!;
    expect(totalOf(outlook, 0, WEEK).expected).toBeCloseTo(
      week.reduce((sum, count) => sum + count, 0),
      6,
    );
  });

  it('what grows lies between the first week and the last, nearer to the last, and both are the band', () => {
    const growth = 1.05 + next();
    const history = hours(HISTORY_HOURS, (hour) => 10 * growth ** Math.floor(hour / WEEK));
    const { expected, low, high } = totalOf(outlookOf(history, WEEK)!, 0, 1);
    expect(low).toBeCloseTo(10, 9);
    expect(high).toBeCloseTo(10 * growth ** 3, 9);
    const plain = (10 + 10 * growth + 10 * growth ** 2 + 10 * growth ** 3) / 4;
    expect(expected).toBeGreaterThan(plain);
    expect(expected).toBeLessThan(high);
  });

  it('is never less than nothing, and the band holds what is expected', () => {
    const history = hours(HISTORY_HOURS, () => (next() < 0.2 ? null : Math.floor(next() * 9)));
    const outlook = outlookOf(history, MONTH_HOURS)!;
    const { expected, low, high } = totalOf(outlook, from, until);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(expected).toBeGreaterThanOrEqual(low);
    expect(expected).toBeLessThanOrEqual(high);
  });
});

describe('too little', () => {
  it('says so below two weeks, and tells something from there on', () => {
    expect(
      outlookOf(
        hours(NEEDED_HOURS - 1, () => 1),
        WEEK,
      ),
    ).toBeNull();
    expect(
      outlookOf(
        hours(NEEDED_HOURS, () => 1),
        WEEK,
      ),
    ).not.toBeNull();
    expect(outlookOf([], WEEK)).toBeNull();
    expect(
      outlookOf(
        hours(HISTORY_HOURS, () => null),
        WEEK,
      ),
    ).toBeNull();
  });

  it('a week of which most is missing makes no band of its own', () => {
    const history = hours(HISTORY_HOURS, (hour) => (hour < WEEK && hour % 3 > 0 ? null : 5));
    expect(outlookOf(history, WEEK)!.weeks).toHaveLength(3);
  });
});

describe('when something is used up', () => {
  // Ten an hour in the last week, 40 in the one before it.
  const outlook = outlookOf(
    hours(NEEDED_HOURS, (hour) => (hour < WEEK ? 40 : 10)),
    48,
  )!;

  it('by the hour, in parts of it, with the earliest and the latest', () => {
    // (4 × 10 + 3 × 40) / 7 = 22.86 an hour
    const { expected, earliest, latest } = usedUpAfter(outlook, 0, 200);
    expect(expected).toBeCloseTo(200 / (160 / 7), 9);
    expect([earliest, latest]).toEqual([5, 20]);
  });

  it('counts from within an hour', () => {
    expect(usedUpAfter(outlook, 0.5, 80).earliest).toBeCloseTo(2.5, 9);
  });

  it('not before the end, in the better of the weeks or in all', () => {
    expect(usedUpAfter(outlook, 0, 600)).toMatchObject({ earliest: 15, latest: null });
    expect(usedUpAfter(outlook, 0, 5_000)).toEqual({ expected: null, earliest: null, latest: null });
  });

  it('never, where nothing goes', () => {
    const still = outlookOf(
      hours(NEEDED_HOURS, () => 0),
      48,
    )!;
    expect(usedUpAfter(still, 0, 1)).toEqual({ expected: null, earliest: null, latest: null });
  });
});
