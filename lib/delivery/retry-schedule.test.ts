import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { nextRetry } from './retry-schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { retries } = DEFAULT_SETTINGS.delivery;
const schedule = (deferral: boolean) =>
  Array.from({ length: 12 }, (_, count) => nextRetry(retries, count, deferral).retryMs).map(
    (ms) => ms && ms / MINUTE,
  );

describe('nextRetry', () => {
  it('tries a fault three times more, then no more', () => {
    expect(schedule(false).slice(0, 4)).toEqual([5, 15, 30, null]);
    expect(
      schedule(false)
        .slice(4)
        .every((ms) => ms === null),
    ).toBe(true);
  });

  it('gives a deferral the long tail: greylisting takes its time', () => {
    expect(schedule(true).slice(0, 9)).toEqual([5, 15, 30, 60, 120, 240, 480, 960, null]);
  });

  it('counts the steps that are used up', () => {
    expect(nextRetry(retries, 1)).toEqual({ retryMs: 15 * MINUTE, retryCount: 2 });
    expect(nextRetry(retries, 3)).toEqual({ retryMs: null, retryCount: 3 });
  });
});

describe('a delay that was asked for', () => {
  const first = { elapsedMs: 0, tries: 1 };
  const askedMs = (ms: number) => nextRetry(retries, 0, true, { ...first, askedMs: ms }).retryMs;

  it('goes before the schedule, within reason', () => {
    expect(askedMs(90_000)).toBe(90_000);
    expect(askedMs(0)).toBe(10_000);
    expect(askedMs(100 * 24 * HOUR)).toBe(24 * HOUR);
  });

  it('spends a step only when the time of that step is over', () => {
    expect(nextRetry(retries, 0, false, { ...first, askedMs: MINUTE }).retryCount).toBe(0);
    expect(nextRetry(retries, 0, false, { ...first, askedMs: 6 * MINUTE }).retryCount).toBe(1);
    const later = { elapsedMs: 4.5 * MINUTE, tries: 5, askedMs: MINUTE };
    expect(nextRetry(retries, 0, false, later).retryCount).toBe(1);
  });

  it('never spends more than a step', () => {
    expect(nextRetry(retries, 0, false, { ...first, askedMs: 10 * HOUR }).retryCount).toBe(1);
  });

  /** All the tries of a message whose provider always asks for the same delay, which takes a second to do so. */
  function play(deferral: boolean, ms: number) {
    let [elapsedMs, tries, retryCount] = [0, 1, 0];
    for (; tries < 100; tries++) {
      const next = nextRetry(retries, retryCount, deferral, { elapsedMs, tries, askedMs: ms });
      if (next.retryMs === null) break;
      elapsedMs += next.retryMs + 1_000;
      ({ retryCount } = next);
    }
    return { hours: elapsedMs / HOUR, tries };
  }

  it.each([
    [true, 1_000],
    [true, MINUTE],
    [true, HOUR],
    [false, 1_000],
    [false, MINUTE],
  ])('lasts as long as the schedule, with few tries (deferral %s, %s ms)', (deferral, ms) => {
    const scheduledHours = deferral ? 31 + 50 / 60 : 50 / 60;
    const { hours, tries } = play(deferral, ms);
    expect(hours).toBeGreaterThanOrEqual(scheduledHours);
    expect(hours).toBeLessThan(scheduledHours + ms / HOUR + 0.1);
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThanOrEqual(16);
  });

  it('has the tries of the schedule though each takes longer than its step', () => {
    expect(play(false, 24 * HOUR)).toMatchObject({ tries: 4 });
  });

  it('is not waited for where the settings want no retries', () => {
    const none = { ...retries, faultMinutes: [] };
    expect(nextRetry(none, 0, false, { ...first, askedMs: MINUTE }).retryMs).toBeNull();
  });
});
