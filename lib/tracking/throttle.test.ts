import { expect, it } from 'vitest';
import { Throttle } from './throttle';

it('admits so many of each within a time, and again after it', () => {
  const throttle = new Throttle({ most: 3, withinMs: 1_000 });
  const tries = (key: string, now: number) => [1, 2, 3, 4].map(() => throttle.admit(key, now));
  expect(tries('a', 0)).toEqual([true, true, true, false]);
  expect(tries('b', 0)).toEqual([true, true, true, false]);
  expect(throttle.admit('a', 999)).toBe(false);
  expect(tries('a', 1_000)).toEqual([true, true, true, false]);
});

it('keeps no more than it has room for, whoever comes', () => {
  const throttle = new Throttle({ most: 1, withinMs: 1_000 });
  for (let n = 0; n < 25_000; n++) expect(throttle.admit(`of ${n}`, 0)).toBe(true);
});
