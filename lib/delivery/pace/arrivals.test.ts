import { describe, expect, it } from 'vitest';
import { Arrivals } from './arrivals';

function makeArrivals() {
  const arrivals = new Arrivals();
  const send = (passedAt: number, tookMs?: number) => {
    const passage = arrivals.pass(passedAt);
    if (tookMs !== undefined) arrivals.answer(passage, passedAt + tookMs);
    return passage;
  };
  return { arrivals, send };
}

describe('the room for one more in a second', () => {
  it('is there at once below the limit, and then when the first that counts is a second old', () => {
    const { arrivals, send } = makeArrivals();
    for (const passedAt of [0, 10, 20]) send(passedAt, 30);
    expect(arrivals.roomAt(4, 100)).toBeLessThanOrEqual(100);
    const at = arrivals.roomAt(3, 100);
    expect(at).toBeGreaterThan(1_000);
    expect(at).toBeLessThan(1_010);
    expect(arrivals.roomAt(2, 100)).toBe(at + 10);
    expect(arrivals.roomAt(3, at)).toBeLessThanOrEqual(at);
  });

  it('counts whoever was held up on the way from when it may have arrived', () => {
    const { arrivals, send } = makeArrivals();
    send(0, 20);
    send(2_000, 220);
    expect(arrivals.roomAt(1, 2_300)).toBeGreaterThanOrEqual(3_100);
    expect(arrivals.roomAt(1, 2_300)).toBeLessThan(3_215);
  });

  it('counts those under way, who may be held up, too', () => {
    const { arrivals, send } = makeArrivals();
    send(0, 20);
    send(2_000);
    expect(arrivals.roomAt(1, 2_010)).toBeLessThan(3_010);
    expect(arrivals.roomAt(1, 2_320)).toBeGreaterThanOrEqual(3_300);
  });

  it('does not take a slow first one for the usual way', () => {
    const { arrivals, send } = makeArrivals();
    send(0, 300);
    for (const passedAt of [290, 310, 330, 350]) send(passedAt, 20);
    expect(arrivals.roomAt(5, 380)).toBeGreaterThanOrEqual(1_200);
  });

  it('is not kept by a provider that answers after seconds, nor by a big message', () => {
    const { arrivals, send } = makeArrivals();
    for (let second = 0; second < 5; second++) send(second * 1_000, 3_000);
    // Two a second, six of them under way.
    for (let at = 10_000; at < 13_000; at += 502.5) {
      expect(arrivals.roomAt(2, at)).toBeLessThanOrEqual(at);
      send(at);
    }
    const other = makeArrivals();
    other.send(0, 20);
    other.send(5_000);
    expect(other.arrivals.roomAt(1, 7_000)).toBeLessThanOrEqual(7_000);
  });

  it('keeps most of a rate where answers take now longer, now shorter', () => {
    const { arrivals, send } = makeArrivals();
    let at = 0;
    for (let index = 0; index < 200; index++) {
      at = Math.max(at + 200, arrivals.roomAt(5, at + 200));
      send(at, 100 + ((index * 157) % 400));
    }
    expect(199_000 / at).toBeGreaterThan(4.2);
  });

  it('learns how long the way of a provider takes that has become slower', () => {
    const { arrivals, send } = makeArrivals();
    send(0, 20);
    for (let second = 1; second < 2_000; second++) send(second * 1_000, 400);
    send(3_000_000, 400);
    expect(arrivals.roomAt(1, 3_000_500)).toBeLessThan(3_001_100);
  });
});
