import { describe, expect, it } from 'vitest';
import { Arrivals } from './arrivals';

const take = (arrivals: Arrivals, passedAt: number, tookMs: number) =>
  arrivals.note({ passedAt, answeredAt: passedAt + tookMs });

describe('who was held up on the way to a provider', () => {
  it('holds back those behind it by as much, once in a second', () => {
    const arrivals = new Arrivals();
    expect(take(arrivals, 0, 20)).toBe(0);
    expect(take(arrivals, 20, 25)).toBe(0);
    const first = take(arrivals, 40, 120);
    expect(first).toBeGreaterThan(80);
    expect(first).toBeLessThanOrEqual(100);
    expect(take(arrivals, 60, 100)).toBe(0);
    expect(take(arrivals, 80, 160)).toBeCloseTo(40, -1);
    expect(take(arrivals, 2_000, 120)).toBeGreaterThan(80);
  });

  it('is no reason to wait long: a big message is none of it', () => {
    const arrivals = new Arrivals();
    take(arrivals, 0, 20);
    expect(take(arrivals, 100, 60_000)).toBeLessThanOrEqual(500);
  });

  it('is no longer told from a provider that has become slower', () => {
    const arrivals = new Arrivals();
    take(arrivals, 0, 20);
    const held = Array.from({ length: 2_000 }, (_, index) => take(arrivals, 2_000 * (index + 1), 200));
    expect(held[0]).toBeGreaterThan(100);
    expect(held.at(-1)).toBe(0);
  });
});

describe('the room for one more in a second', () => {
  it('is there at once below the limit, and then when the first that may count still is a second old', () => {
    const arrivals = new Arrivals();
    for (const passedAt of [0, 10, 20]) take(arrivals, passedAt, 30);
    expect(arrivals.roomAt(4, 0, 100)).toBe(0);
    const at = arrivals.roomAt(3, 0, 100);
    expect(at).toBeGreaterThan(1_000);
    expect(at).toBeLessThan(1_030);
    expect(arrivals.roomAt(3, 1, 100)).toBe(at + 10);
    expect(arrivals.roomAt(3, 0, 1_100)).toBe(0);
  });

  it('does not take a slow first one for the usual way', () => {
    const arrivals = new Arrivals();
    take(arrivals, 0, 300);
    take(arrivals, 290, 20);
    // It may have arrived just before it was answered.
    expect(arrivals.roomAt(2, 0, 320)).toBeGreaterThanOrEqual(1_280);
  });

  it('waits for those under way, who may arrive at any time', () => {
    expect(new Arrivals().roomAt(2, 2, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

it('as many are under way at once as a rate needs, and few before that is known', () => {
  const arrivals = new Arrivals();
  expect(arrivals.atOnce(20)).toBe(2);
  take(arrivals, 0, 200);
  expect(arrivals.atOnce(20)).toBeGreaterThanOrEqual(20);
  expect(arrivals.atOnce(1_000)).toBeLessThanOrEqual(3);
});
