import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/ids';
import { URGENT } from '@/lib/queue/priority';
import { Lane, type LaneState } from './lane';

const LOW = 3;

function makeLane(state: Partial<LaneState> = {}): Lane {
  const lane = new Lane(newId());
  lane.adjust({ size: 3, sends: 3, perSecond: null, pausedUntil: null, inLine: 0, ...state });
  return lane;
}

async function enter(lane: Lane, priority = LOW) {
  const permit = await lane.enter(priority);
  if (permit === null || permit === 'later') throw new Error('no permit');
  return permit;
}

const fill = (lane: Lane) => Promise.all([1, 2, 3].map(() => enter(lane)));

/** A free permit is given without waiting for anything. */
function isWaiting(entry: Promise<unknown>): Promise<boolean> {
  return Promise.race([entry.then(() => false), setImmediate(true)]);
}

describe('a lane', () => {
  it('lets in as many as it has permits', async () => {
    const lane = makeLane();
    const permits = await fill(lane);
    const next = enter(lane);
    expect(await isWaiting(next)).toBe(true);
    permits[0]!.leave();
    await next;
  });

  it('lets an urgent message pass all that wait', async () => {
    const lane = makeLane();
    const permits = await fill(lane);
    const order: string[] = [];
    const wait = (name: string, priority: number) =>
      enter(lane, priority).then((permit) => {
        order.push(name);
        permit.leave();
      });
    const all = [wait('low 1', LOW), wait('low 2', LOW), wait('normal', 2), wait('urgent', URGENT)];
    permits[0]!.leave();
    await Promise.all(all);
    expect(order).toEqual(['urgent', 'normal', 'low 1', 'low 2']);
  });

  it('is left once, however often it is said', async () => {
    const lane = makeLane();
    const permits = await fill(lane);
    permits[0]!.leave();
    permits[0]!.leave();
    await enter(lane);
    const late = enter(lane);
    expect(await isWaiting(late)).toBe(true);
    permits[1]!.leave();
    await late;
  });

  it('tells since when a message has been on its way, not since when it waits to go', async () => {
    const permit = await enter(makeLane());
    const given = permit.since;
    await permit.go();
    expect(permit.since).toBeGreaterThan(given);
  });

  it('lets in nobody who waits once it is closed', async () => {
    const lane = makeLane();
    await fill(lane);
    const waiting = lane.enter(LOW);
    lane.close();
    expect(await waiting).toBeNull();
  });
});

describe('a lane whose provider is slow', () => {
  /** Three at once, each for as long. @returns how many of those who wait had their permit when it had been so for a while */
  async function begunAtOnce(sendMs: number): Promise<number> {
    const lane = makeLane({ size: 30, sends: 3 });
    const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    let begun = 0;
    let ends = false;
    const one = async (): Promise<void> => {
      while (!ends) {
        const permit = await lane.enter(LOW);
        if (permit === null) return;
        if (permit === 'later') {
          await pass(100);
          continue;
        }
        begun++;
        if (await permit.go()) await pass(sendMs);
        if (ends) return;
        begun--;
        permit.leave(true);
      }
    };
    for (let n = 0; n < 40; n++) void one();
    await vi.advanceTimersByTimeAsync(15_000);
    ends = true;
    lane.close();
    return begun;
  }

  it('begins few more than go, so that a kill leaves few in doubt; for a quick one enough that none idles', async () => {
    vi.useFakeTimers();
    try {
      // Six a second: one while one gets ready.
      expect(await begunAtOnce(500)).toBeLessThanOrEqual(6);
      expect(await begunAtOnce(5)).toBeGreaterThanOrEqual(20);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a lane whose provider has gone silent', () => {
  it('keeps nobody waiting for long behind sends of which none ends', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    try {
      const lane = makeLane();
      for (const permit of await fill(lane)) await permit.go();
      const waiting = lane.enter(LOW);
      await vi.advanceTimersByTimeAsync(400);
      expect(await isWaiting(Promise.resolve(waiting))).toBe(true);
      await vi.advanceTimersByTimeAsync(400);
      expect(await waiting).toBe('later');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a lane whose provider keeps messages waiting', () => {
  it('sends away who would have to wait longer than a process keeps a message in hand', () => {
    expect(makeLane({ pausedUntil: new Date(Date.now() + 60_000) }).enter(LOW)).toBe('later');
    expect(makeLane({ size: 0 }).enter(LOW)).toBe('later');
  });

  it('keeps as many of a slow pace as go within seconds, an urgent one behind no other', () => {
    const lane = makeLane({ perSecond: 2 });
    const entries = Array.from({ length: 20 }, () => lane.enter(LOW));
    const kept = entries.filter((entry) => entry !== 'later');
    expect(kept.length).toBeGreaterThanOrEqual(6);
    expect(kept.length).toBeLessThan(9);
    expect(lane.enter(URGENT)).not.toBe('later');
    lane.close();
  });

  it('has no room for those of its line while it is paused', () => {
    expect(makeLane({ pausedUntil: new Date(Date.now() + 60_000) }).room()).toBe(0);
    expect(makeLane({ perSecond: 1 }).room()).toBeGreaterThan(0);
  });
});
