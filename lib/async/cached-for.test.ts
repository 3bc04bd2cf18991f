import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CachedFor } from './cached-for';

// The clock is the subject here: it moves when told, and only then.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function makeCache() {
  const readings: PromiseWithResolvers<string>[] = [];
  const cache = new CachedFor<string, string>(1_000, () => {
    const reading = Promise.withResolvers<string>();
    readings.push(reading);
    return reading.promise;
  });
  return { cache, readings };
}

describe('what is kept for a while', () => {
  it('is read once for all who ask, and anew when it is too old or of something else', async () => {
    const { cache, readings } = makeCache();
    const both = [cache.get('a'), cache.get('a')];
    readings[0]!.resolve('first');
    expect(await Promise.all(both)).toEqual(['first', 'first']);
    void cache.get('b');
    expect(readings).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    void cache.get('b');
    expect(readings).toHaveLength(3);
  });

  it('keeps nobody waiting who asks before it is too old: it is read anew meanwhile', async () => {
    const { cache, readings } = makeCache();
    void cache.get('a');
    readings[0]!.resolve('first');
    vi.advanceTimersByTime(800);
    expect(await cache.get('a')).toBe('first');
    expect(await cache.get('a')).toBe('first');
    expect(readings).toHaveLength(2);
    readings[1]!.resolve('second');
    await vi.advanceTimersByTimeAsync(500);
    expect(await cache.get('a')).toBe('second');
    expect(readings).toHaveLength(2);
  });

  it('is never older than told: whoever asks later waits for the reading that was begun', async () => {
    const { cache, readings } = makeCache();
    void cache.get('a');
    readings[0]!.resolve('first');
    vi.advanceTimersByTime(900);
    await cache.get('a');
    vi.advanceTimersByTime(200);
    const late = cache.get('a');
    readings[1]!.resolve('second');
    expect(await late).toBe('second');
    expect(readings).toHaveLength(2);
  });

  it('is forgotten together with the reading that was begun before', async () => {
    const { cache, readings } = makeCache();
    void cache.get('a');
    readings[0]!.resolve('first');
    vi.advanceTimersByTime(900);
    await cache.get('a');
    cache.forget();
    const anew = cache.get('a');
    readings[1]!.resolve('of before');
    readings[2]!.resolve('true');
    expect(await anew).toBe('true');
    expect(await cache.get('a')).toBe('true');
  });

  it('is not kept when the reading failed, and a refresh that fails is no news', async () => {
    const { cache, readings } = makeCache();
    const failed = cache.get('a');
    readings[0]!.reject(new Error('away'));
    await expect(failed).rejects.toThrow('away');
    void cache.get('a');
    readings[1]!.resolve('back');
    vi.advanceTimersByTime(900);
    expect(await cache.get('a')).toBe('back');
    readings[2]!.reject(new Error('away'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await cache.get('a')).toBe('back');
    expect(readings).toHaveLength(4);
  });

  it('need not be of anything', async () => {
    let read = 0;
    const cache = new CachedFor(1_000, async () => ++read);
    expect([await cache.get(undefined), await cache.get(undefined)]).toEqual([1, 1]);
    cache.forget();
    expect(await cache.get(undefined)).toBe(2);
  });
});
