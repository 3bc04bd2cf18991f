import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeSlots } from '@/lib/capacity/pace';
import { until } from '@/lib/testing/until';
import { TimeSlots } from './time-slots';

vi.mock('@/lib/capacity/pace');
const PER_SECOND = 50;
const AHEAD_MS = 50;

/** The row of all workers: when the next slot is. */
let nextAt = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  nextAt = 0;
  vi.mocked(takeSlots).mockImplementation(async (_, { count, perSecond }) => {
    const stepMs = 1000 / perSecond;
    const first = Math.max(nextAt, Date.now());
    nextAt = first + count * stepMs;
    return { times: Array.from({ length: count }, (_, index) => first + index * stepMs) };
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function makeSlots() {
  const tell = { more: vi.fn(), none: vi.fn() };
  const slots = new TimeSlots('id', tell);
  const ask = async (waiting: number) => {
    const before = tell.more.mock.calls.length;
    slots.first({ waiting, perSecond: PER_SECOND, withinMs: 3_000 }, AHEAD_MS);
    await until(() => expect(tell.more.mock.calls.length).toBeGreaterThan(before));
  };
  const exhaust = () => {
    let count = 0;
    while (slots.first({ waiting: 0, perSecond: PER_SECOND, withinMs: 3_000 }, 0) !== undefined) {
      slots.take();
      count++;
    }
    return count;
  };
  return { slots, tell, ask, exhaust };
}

describe('slots of a pace', () => {
  it('are taken for those who wait, a short time ahead, and no more', async () => {
    const { ask, exhaust } = makeSlots();
    await ask(3);
    expect(exhaust()).toBe(3);
    await ask(1_000);
    expect(exhaust()).toBeLessThan(20);
  });

  it('tell how many others took in between, and nothing of others where they follow on each other', async () => {
    const { slots, ask, exhaust } = makeSlots();
    for (let time = 0; time < 3; time++) {
      await ask(1_000);
      exhaust();
    }
    expect(slots.othersPerSecond()).toBe(0);
    nextAt += 10 * (1000 / PER_SECOND);
    await ask(1_000);
    expect(slots.othersPerSecond()).toBeCloseTo(5, 0);
  });

  it('are none where the next one is too far off, or cannot be asked for', async () => {
    const { slots, tell, ask } = makeSlots();
    vi.mocked(takeSlots).mockResolvedValueOnce({ laterMs: 60_000 });
    await ask(1);
    expect(tell.none).toHaveBeenCalledTimes(1);
    vi.mocked(takeSlots).mockRejectedValueOnce(new Error('away'));
    slots.first({ waiting: 1, perSecond: PER_SECOND, withinMs: 3_000 }, AHEAD_MS);
    await until(() => expect(tell.none).toHaveBeenCalledTimes(2));
  });
});
