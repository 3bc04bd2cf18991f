import { describe, expect, it } from 'vitest';
import { TOOK_MS } from '@/drizzle/latency';
import { tookPercentiles, waitedPercentiles } from './percentiles';

describe('percentiles of buckets', () => {
  it('are none of nothing', () => expect(tookPercentiles(TOOK_MS.map(() => 0))).toBeNull());

  it('lie where the bucket does, evenly spread within it', () => {
    // A hundred between 100 and 250 ms.
    expect(tookPercentiles([0, 100])).toEqual({ p50Ms: 175, p95Ms: 243, p99Ms: 249 });
    expect(waitedPercentiles([50, 50])).toEqual({ p50Ms: 1000, p95Ms: 4600, p99Ms: 4920 });
  });

  it('are never off by more than the bucket that the true one lies in', () => {
    const values = Array.from({ length: 1000 }, (_, n) => Math.round(20 * 1.006 ** n));
    const counts = [...TOOK_MS, Number.POSITIVE_INFINITY].map(
      (bound, n) => values.filter((value) => value <= bound && value > (TOOK_MS[n - 1] ?? -1)).length,
    );
    const { p50Ms, p95Ms } = tookPercentiles(counts)!;
    const bucketOf = (value: number) => TOOK_MS.findIndex((bound) => value <= bound);
    expect(bucketOf(p50Ms)).toBe(bucketOf(values[499]!));
    expect(bucketOf(p95Ms)).toBe(bucketOf(values[949]!));
  });

  it('say no more than its beginning of the last one, which has no end', () => {
    expect(tookPercentiles([0, 0, 0, 0, 0, 0, 0, 0, 7])?.p50Ms).toBe(30_000);
  });
});
