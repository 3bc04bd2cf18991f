import { describe, expect, it } from 'vitest';
import {
  afterRefusal,
  connectionsAt,
  type LearnedPace,
  NOTHING_LEARNED,
  pauseAfter,
  type Refusal,
  rateAt,
  shareOf,
} from './pace';

const START = Date.parse('2026-11-28T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);

const refused = (seconds: number, change: Partial<Refusal> = {}): Refusal => ({
  kind: 'rate',
  begunAt: at(seconds),
  begunPerSecond: 80,
  acceptedPerSecond: 50,
  configuredPerSecond: null,
  configuredConnections: 8,
  ...change,
});

const rate = (learned: LearnedPace, seconds: number, configured: number | null = null) =>
  rateAt(learned, configured, at(seconds))!;

describe('a refusal for going too fast', () => {
  it('halves what was asked, and takes what was accepted for the ceiling', () => {
    const learned = afterRefusal(NOTHING_LEARNED, refused(0), at(1));
    expect(learned).toMatchObject({ rate: 40, ceiling: 50, changedAt: at(1), refusals: 1 });
    expect(rate(learned, 1)).toBe(40);
  });

  it('halves once for all that were under way together, and again for who began later', () => {
    const first = afterRefusal(NOTHING_LEARNED, refused(0), at(1));
    expect(afterRefusal(first, refused(0.9), at(1.1))).toBe(first);
    expect(afterRefusal(first, refused(1), at(1.2))).toBe(first);
    const second = afterRefusal(first, refused(1.5), at(1.6));
    expect(second.rate!).toBeLessThanOrEqual(rate(first, 1.6) / 2);
    expect(second.refusals).toBe(2);
  });

  it('halves what a person or a preset has set, where nothing was learned yet', () => {
    expect(afterRefusal(NOTHING_LEARNED, refused(0, { configuredPerSecond: 10 }), at(1)).rate).toBe(5);
  });

  it('lets a rate that was kept until then come back, and takes what was accepted only when it is refused again at once', () => {
    const seen = { configuredPerSecond: 50, acceptedPerSecond: 20 };
    const first = afterRefusal(NOTHING_LEARNED, refused(0, seen), at(1));
    expect(first).toMatchObject({ rate: 25, ceiling: 50 });
    expect(afterRefusal(first, refused(3, seen), at(3)).ceiling!).toBeLessThan(30);
    // Beyond what it was known to take, more was tried.
    const known: LearnedPace = { ...NOTHING_LEARNED, rate: 20, ceiling: 40, changedAt: at(0) };
    expect(rate(known, 60)).toBeGreaterThan(40);
    expect(afterRefusal(known, refused(60, { acceptedPerSecond: 20 }), at(60)).ceiling).toBe(40);
  });

  it('never stops a provider altogether', () => {
    let learned = NOTHING_LEARNED;
    for (let second = 1; second < 40; second++)
      learned = afterRefusal(learned, refused(second, { acceptedPerSecond: 0 }), at(second));
    expect(learned.rate).toBeGreaterThan(0);
  });
});

describe('a rate that was learned', () => {
  const learned: LearnedPace = { ...NOTHING_LEARNED, rate: 10, ceiling: 50, changedAt: at(0) };

  it('grows without a pause, soon up to near what the provider took, and slowly beyond', () => {
    const rates = Array.from({ length: 120 }, (_, second) => rate(learned, second));
    for (const [second, each] of rates.entries())
      if (second > 0) expect(each).toBeGreaterThan(rates[second - 1]!);
    const nearAfter = rates.findIndex((each) => each >= 45);
    expect(nearAfter).toBeLessThanOrEqual(10);
    // A hundredth a second at most: it takes many seconds to find out where the ceiling is now.
    expect(rates[nearAfter + 10]!).toBeLessThanOrEqual(rates[nearAfter]! * 1.01 ** 10 + 1e-9);
  });

  it('never exceeds what is configured, and is forgotten once it limits nobody', () => {
    expect(rate(learned, 3_600, 14)).toBe(14);
    expect(rate(learned, 0, 4)).toBe(4);
    expect(rateAt(learned, null, at(24 * 3_600))).toBeNull();
    expect(rateAt(NOTHING_LEARNED, 14, at(0))).toBe(14);
    expect(rateAt(NOTHING_LEARNED, null, at(0))).toBeNull();
  });
});

describe('connections that were too many', () => {
  const tooMany = (seconds: number) => refused(seconds, { kind: 'connections' });

  it('are halved down to one, and the rate stays as it is', () => {
    let learned = afterRefusal(NOTHING_LEARNED, tooMany(0), at(1));
    expect(learned).toMatchObject({ connections: 4, rate: null });
    for (const second of [2, 3, 4]) learned = afterRefusal(learned, tooMany(second), at(second + 0.1));
    expect(learned.connections).toBe(1);
  });

  it('come back one by one, up to what is configured', () => {
    const learned = afterRefusal(NOTHING_LEARNED, tooMany(0), at(0));
    const back = Array.from({ length: 20 }, (_, minute) => connectionsAt(learned, 8, at(minute * 60)));
    expect(back[0]).toBe(4);
    expect(back.at(-1)).toBe(8);
    for (const [minute, each] of back.entries())
      if (minute > 0) expect(each - back[minute - 1]!).toBeGreaterThanOrEqual(0);
    expect(new Set(back)).toEqual(new Set([4, 5, 6, 7, 8]));
    expect(connectionsAt(learned, 2, at(0))).toBe(2);
  });

  it('leave a rate that has grown since as it is, and one that is forgotten forgotten', () => {
    const learned: LearnedPace = { ...NOTHING_LEARNED, rate: 10, ceiling: 20, changedAt: at(0) };
    const grown = rate(learned, 90);
    expect(rate(afterRefusal(learned, tooMany(89), at(90)), 90)).toBe(grown);
    expect(afterRefusal(learned, tooMany(24 * 3_600), at(24 * 3_600)).rate).toBeNull();
  });

  it('go on coming back when the rate is halved meanwhile', () => {
    const before = afterRefusal(NOTHING_LEARNED, tooMany(0), at(0));
    const then = connectionsAt(before, 8, at(130));
    expect(connectionsAt(afterRefusal(before, refused(125), at(130)), 8, at(130))).toBe(then);
  });
});

describe('the pause after a refusal', () => {
  it('is what the provider asks for, a day at most', () => {
    expect(pauseAfter(1, 2_000)).toBe(2_000);
    expect(pauseAfter(9, 0)).toBe(0);
    expect(pauseAfter(1, -5)).toBe(0);
    expect(pauseAfter(1, 400 * 24 * 3_600_000)).toBe(24 * 3_600_000);
  });

  it('grows while it goes on refusing without a word of how long, up to a bound', () => {
    const pauses = Array.from({ length: 60 }, (_, refusals) => pauseAfter(refusals, undefined));
    for (const [n, pause] of pauses.entries())
      if (n > 0) expect(pause).toBeGreaterThanOrEqual(pauses[n - 1]!);
    expect(pauses.at(-1)).toBeLessThanOrEqual(5 * 60_000);
  });
});

describe('the shares of several workers', () => {
  it('are together never more than there is, and differ by one at most', () => {
    for (let connections = 0; connections <= 40; connections++)
      for (let count = 1; count <= 12; count++) {
        const shares = Array.from({ length: count }, (_, index) => shareOf(connections, { index, count }));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(connections);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }
  });
});
