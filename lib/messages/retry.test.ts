import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { nextRetryMs as next } from './retry';

const MINUTE = 60_000;
const nextRetryMs = (count: number, deferral: boolean, retryAfterMs?: number) =>
  next(DEFAULT_SETTINGS.delivery.retries, count, deferral, retryAfterMs);
const schedule = (deferral: boolean) =>
  Array.from({ length: 12 }, (_, count) => nextRetryMs(count, deferral)).map((ms) => ms && ms / MINUTE);

describe('nextRetryMs', () => {
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

  it('goes by what the provider asked for, within reason', () => {
    expect(nextRetryMs(0, true, 90_000)).toBe(90_000);
    expect(nextRetryMs(0, true, 0)).toBe(10_000);
    expect(nextRetryMs(0, true, 100 * 24 * 60 * MINUTE)).toBe(24 * 60 * MINUTE);
  });

  it('ends even if the provider asks for ever more', () => {
    expect(nextRetryMs(3, false, 1_000)).toBeNull();
    expect(nextRetryMs(8, true, 1_000)).toBeNull();
  });
});
