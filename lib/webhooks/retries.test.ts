import { describe, expect, it } from 'vitest';
import { pauseAfter, readRetryAfter } from './retries';

const HOUR = 3_600_000;

describe('pauseAfter', () => {
  const pauses = (random: number) => {
    const found: number[] = [];
    for (let tries = 1; ; tries++) {
      const pause = pauseAfter(tries, null, random);
      if (pause === null) return found;
      found.push(pause);
    }
  };

  it('tries for three days, and begins within seconds', () => {
    const all = pauses(0.5);
    expect(all[0]).toBe(5_000);
    const total = all.reduce((sum, each) => sum + each, 0);
    expect(total).toBeGreaterThan(72 * HOUR);
    expect(total).toBeLessThan(96 * HOUR);
  });

  it('does not let what failed together come back together', () => {
    const [least, most] = [pauses(0), pauses(0.999)];
    expect(least.length).toBe(most.length);
    for (const [at, pause] of least.entries()) expect(most[at]!).toBeGreaterThan(pause * 1.3);
  });

  it('gives as much time as is asked for, but no more than a day', () => {
    expect(pauseAfter(1, 2 * HOUR, 0.5)).toBe(2 * HOUR);
    expect(pauseAfter(1, 1_000 * HOUR, 0.5)).toBe(24 * HOUR);
    expect(pauseAfter(4, 1_000, 0.5)).toBe(2 * HOUR);
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2015-10-21T07:27:00Z');

  // Both forms of RFC 9110, 10.2.3.
  it.each([
    ['120', 120_000],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 60_000],
    ['99999999', 24 * HOUR],
    ['Wed, 21 Oct 2014 07:28:00 GMT', null],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('%j', (value, expected) => {
    expect(readRetryAfter(value, now)).toBe(expected);
  });
});
