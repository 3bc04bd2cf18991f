import { TOOK_MS, WAITED_S } from '@/drizzle/latency';
import type { Percentiles } from '@/lib/metrics/schema';

const WAITED_MS = WAITED_S.map((seconds) => seconds * 1000);

export const tookPercentiles = (counts: number[]) => percentilesOf(counts, TOOK_MS);
export const waitedPercentiles = (counts: number[]) => percentilesOf(counts, WAITED_MS);

/** `counts` of each bucket, the last without an end: what lies there is told by its beginning. Null: nothing was counted. */
function percentilesOf(counts: number[], bounds: readonly number[]): Percentiles | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const at = (share: number) => Math.round(valueAt(share * total, counts, bounds));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

function valueAt(rank: number, counts: number[], bounds: readonly number[]): number {
  let before = 0;
  for (const [n, bound] of bounds.entries()) {
    const count = counts[n] ?? 0;
    const begin = n === 0 ? 0 : bounds[n - 1]!;
    if (count > 0 && before + count >= rank) return begin + ((rank - before) / count) * (bound - begin);
    before += count;
  }
  return bounds.at(-1)!;
}
