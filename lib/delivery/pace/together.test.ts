import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Slots } from '@/lib/capacity/pace';
import { tellWorkers } from '@/lib/capacity/shares';
import { newId } from '@/lib/ids';
import { RateGate } from '@/lib/testing/rate-gate';
import { Lane } from './lane';

/** The row that all workers share, as `takeSlots` keeps it in PostgreSQL: the same sum, by the clock of this test. */
const row = vi.hoisted(() => ({ nextAt: 0, waitMs: () => 0 }));
vi.mock('@/lib/capacity/pace', () => ({
  takeSlots: async (_id: string, { count, perSecond, withinMs }: Asked): Promise<Slots> => {
    await pass(row.waitMs());
    const from = Math.max(row.nextAt, Date.now());
    if (from > Date.now() + withinMs) return { laterMs: from - Date.now() };
    row.nextAt = from + (count * 1000) / perSecond;
    await pass(row.waitMs());
    return { times: Array.from({ length: count }, (_, index) => from + (index * 1000) / perSecond) };
  },
}));
type Asked = { count: number; perSecond: number; withinMs: number };

const SECONDS = 20;
const LOW = 3;
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// The clock moves when told, and only then: what is counted does not depend on the machine.
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
  tellWorkers(0, 1);
});

/** Numbers that are the same each time (mulberry32). */
function draws(seed: number) {
  let state = seed;
  return ([least, most]: [number, number]) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return least + (((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (most - least);
  };
}

/** From and to, in milliseconds: until a message is ready to go, until it is there, until it is answered, and for a word with PostgreSQL. */
type Way = Record<'ready' | 'way' | 'answer' | 'database', [number, number]>;
const QUIET: Way = { ready: [8, 20], way: [1, 4], answer: [1, 6], database: [1, 4] };
const BUSY: Way = { ready: [8, 60], way: [1, 20], answer: [1, 60], database: [1, 30] };
const SLOW: Way = { ready: [8, 30], way: [1, 4], answer: [1, 6], database: [100, 200] };
const FAR: Way = { ready: [8, 30], way: [30, 50], answer: [30, 120], database: [1, 5] };

/** Workers of which each has more to send than it may, or a few messages a second: what a strict provider takes of the rate, and refuses. */
async function sendTogether(perSecond: number, way: Way, demands: ('much' | number)[]) {
  tellWorkers(0, demands.length);
  const draw = draws(1);
  Object.assign(row, { nextAt: 0, waitMs: () => draw(way.database) });
  const provider = new RateGate(perSecond);
  let ends = false;
  const lanes = demands.map(() => new Lane(newId()));
  const send = async (lane: Lane) => {
    const permit = await lane.enter(LOW);
    if (permit === 'later' || permit === null) return pass(draw([20, 80]));
    await pass(draw(way.ready));
    if (await permit.go()) {
      await pass(draw(way.way));
      provider.ask();
      await pass(draw(way.answer));
    }
    permit.leave(true);
  };
  for (const [index, lane] of lanes.entries()) {
    const demand = demands[index]!;
    const sends = Math.ceil(perSecond / demands.length);
    lane.adjust({ size: 3 * sends, sends, perSecond, pausedUntil: null, inLine: 0 });
    const one = async () => {
      for (; !ends; await pass(demand === 'much' ? 0 : 900)) await send(lane);
    };
    for (let n = 0; n < (demand === 'much' ? 60 : demand); n++) void one();
  }
  await vi.advanceTimersByTimeAsync(SECONDS * 1_000);
  ends = true;
  for (const lane of lanes) lane.close();
  const { acceptedAt, refusedAt } = provider;
  const seconds = (acceptedAt.at(-1)! - acceptedAt[0]!) / 1000;
  return { used: (acceptedAt.length - 1) / seconds / perSecond, refused: refusedAt.length };
}

describe('workers that send together use a rate, and are never refused', () => {
  it.each<[string, number, number, Way]>([
    ['quiet', 2, 50, QUIET],
    ['quiet', 2, 14, QUIET],
    ['quiet', 3, 51, QUIET],
    ['busy', 2, 50, BUSY],
    ['busy', 2, 14, BUSY],
    ['far away', 2, 50, FAR],
    ['far away', 1, 50, FAR],
    ['a slow database', 1, 50, SLOW],
  ])('%s: %i of them, %i a second', async (_name, workers, perSecond, way) => {
    const { used, refused } = await sendTogether(
      perSecond,
      way,
      Array.from({ length: workers }, () => 'much' as const),
    );
    expect(refused).toBe(0);
    expect(used).toBeGreaterThanOrEqual(0.95);
  });

  it.each([2, 8])('what one leaves is for the other, though that one sends %i a second', async (few) => {
    const { used, refused } = await sendTogether(50, QUIET, ['much', few]);
    expect(refused).toBe(0);
    // The share of the other alone is a half.
    expect(used).toBeGreaterThanOrEqual(0.9);
  });
});
