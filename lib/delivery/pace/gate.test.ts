import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gate, type GateState } from './gate';

const NORMAL = 2;

// The clock is the subject here: it moves when told, and only then.
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function makeGate(state: Partial<GateState> = {}) {
  const gate = new Gate();
  const adjust = (change: Partial<GateState>) =>
    gate.adjust({ atOnce: 100, gapMs: 0, closedUntil: 0, most: null, ...state, ...change });
  adjust({});
  const passed: string[] = [];
  const times: number[] = [];
  const enter = (name: string, at = 0, priority = NORMAL) =>
    gate.enter(at, priority).then((passage) => {
      passed.push(name);
      if (passage) times.push(passage.passedAt);
      return passage!;
    });
  return { gate, adjust, enter, passed, times };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the gate before a provider', () => {
  it('lets each pass at its time, and those who come late together one by one', async () => {
    const { gate, enter, times } = makeGate({ gapMs: 20 });
    for (const at of [0, 20, 40])
      enter(`at ${at}`, at).then((passage) => setTimeout(() => gate.leave(passage), 5));
    await vi.advanceTimersByTimeAsync(500);
    expect(times).toEqual([0, 20, 40]);
    for (const at of [200, 220, 240, 260])
      enter(`late ${at}`, at).then((passage) => setTimeout(() => gate.leave(passage), 5));
    await vi.advanceTimersByTimeAsync(500);
    const gaps = times.slice(4).map((time, index) => time - times[3 + index]!);
    expect(gaps[0]).toBeGreaterThanOrEqual(10);
    expect(gaps.slice(1)).toEqual([20, 20]);
  });

  it('lets no more be under way than told, and the urgent pass first', async () => {
    const { gate, enter, passed } = makeGate({ atOnce: 1 });
    enter('first');
    enter('normal');
    enter('urgent', 0, 0);
    await settle();
    expect(passed).toEqual(['first']);
    gate.leave({ passedAt: Date.now() });
    await settle();
    gate.leave({ passedAt: Date.now() });
    await settle();
    expect(passed).toEqual(['first', 'urgent', 'normal']);
  });

  it('lets nobody pass while it is closed, and hears at once that it is open', async () => {
    const { adjust, enter, times } = makeGate({ closedUntil: 1_000 });
    enter('a');
    await vi.advanceTimersByTimeAsync(400);
    expect(times).toEqual([]);
    adjust({ closedUntil: 0 });
    await settle();
    expect(times).toEqual([400]);
  });

  it('turns away who waits, and who comes, while it is shut for good', async () => {
    const { gate, adjust } = makeGate({ closedUntil: 1_000 });
    const waiting = gate.enter(0, NORMAL);
    adjust({ closedUntil: Number.POSITIVE_INFINITY });
    expect([await waiting, await gate.enter(0, NORMAL)]).toEqual([null, null]);
    adjust({ closedUntil: 0 });
    expect(await gate.enter(0, NORMAL)).not.toBeNull();
  });

  it('turns away who waits, and who comes, while the other workers have all connections', async () => {
    const { gate, adjust } = makeGate({ atOnce: 1 });
    const first = await gate.enter(0, NORMAL);
    const waiting = gate.enter(0, NORMAL);
    adjust({ atOnce: 0 });
    expect([await waiting, await gate.enter(0, NORMAL)]).toEqual([null, null]);
    gate.leave(first!);
    adjust({ atOnce: 1 });
    expect(await gate.enter(0, NORMAL)).not.toBeNull();
  });

  it('lets no more arrive in a second than told, however late those before are', async () => {
    const { enter, times } = makeGate({ most: 3, gapMs: 10 });
    for (const at of [0, 10, 20, 30]) enter(`at ${at}`, at);
    // Nobody is answered: they may have arrived half a second late, and are counted for a second from then on.
    await vi.advanceTimersByTimeAsync(1_450);
    expect(times).toEqual([0, 10, 20]);
    await vi.advanceTimersByTimeAsync(100);
    expect(times).toHaveLength(4);
  });
});
