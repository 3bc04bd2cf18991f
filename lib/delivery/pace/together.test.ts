import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeSlots } from '@/lib/capacity/pace';
import { tellWorkers } from '@/lib/capacity/shares';
import { RateGate } from '@/lib/testing/rate-gate';
import { Lane, type LaneState } from './lane';

vi.mock('@/lib/capacity/pace');

const PER_SECOND = 50;
const SECONDS = 40;
/** Those who have just started are not sure of each other. */
const BEGINNING_MS = 3_000;
const MESSAGES_IN_HAND = 30;
const STATE: LaneState = { size: 20, sends: 10, perSecond: PER_SECOND, pausedUntil: null, inLine: 1_000 };
const LOW = 3;

/** The row of all workers: when the next slot is. */
let nextAt = 0;
let seed = 1;

beforeEach(() => {
  vi.useFakeTimers();
  [nextAt, seed] = [0, 1];
  vi.mocked(takeSlots).mockImplementation(async (_, { count, perSecond }) => {
    const askedAt = Date.now();
    await takeTime(5, 25);
    const stepMs = 1000 / perSecond;
    const first = Math.max(nextAt, askedAt);
    nextAt = first + count * stepMs;
    return { times: Array.from({ length: count }, (_, index) => first + index * stepMs) };
  });
});

afterEach(() => {
  vi.useRealTimers();
  tellWorkers(0, 1);
});

it.each([
  ['one worker uses', 1],
  ['two workers together use', 2],
])(
  '%s a rate, on a machine that now and then holds one up on its way, and none is refused',
  async (_who, count) => {
    const gate = new RateGate(PER_SECOND);
    tellWorkers(0, count);
    for (let worker = 0; worker < count; worker++) startWorker(gate);
    await vi.advanceTimersByTimeAsync(SECONDS * 1000);
    const steady = gate.acceptedAt.filter((at) => at >= gate.acceptedAt[0]! + BEGINNING_MS);
    const perSecond = ((steady.length - 1) * 1000) / (steady.at(-1)! - steady[0]!);
    expect(gate.refusedAt).toEqual([]);
    expect(perSecond / PER_SECOND).toBeGreaterThanOrEqual(0.95);
  },
);

function startWorker(gate: RateGate): void {
  const lane = new Lane('id');
  const again = () => {
    lane.adjust(STATE);
    setTimeout(again, 100);
  };
  again();
  const sendAll = async () => {
    for (;;) await send(lane, gate);
  };
  for (let message = 0; message < MESSAGES_IN_HAND; message++) void sendAll();
}

async function send(lane: Lane, gate: RateGate): Promise<void> {
  const permit = await lane.enter(LOW);
  if (permit === null || permit === 'later') return takeTime(200, 200);
  // The attempt is written.
  await takeTime(5, 30);
  if (!(await permit.go())) return permit.leave();
  await takeTime(1, 10);
  const taken = gate.ask() === 0;
  await takeTime(1, 10);
  permit.leave(taken);
}

/** One in ten is held up. */
function takeTime(leastMs: number, mostMs: number): Promise<void> {
  const heldMs = random() < 0.1 ? 120 * random() : 0;
  const ms = leastMs + (mostMs - leastMs) * random() + heldMs;
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The same each time: https://en.wikipedia.org/wiki/Lehmer_random_number_generator. */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}
