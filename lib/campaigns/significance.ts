import type { VariantResult } from './schema';

/** The normal distribution's upper tail (Abramowitz and Stegun 7.1.26: off by at most 1.5e-7). */
function tail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return (series * Math.exp(-x * x)) / 2;
}

/** Of a difference as large as this by chance alone: the two-proportion z-test, both sides. Null: nothing was sent, or nobody did anything. */
export function pValueOf(
  a: Pick<VariantResult, 'delivered' | 'hits'>,
  b: Pick<VariantResult, 'delivered' | 'hits'>,
): number | null {
  const all = a.delivered + b.delivered;
  const pooled = (a.hits + b.hits) / all;
  if (a.delivered === 0 || b.delivered === 0 || pooled === 0 || pooled === 1) return null;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.delivered + 1 / b.delivered));
  return 2 * tail(Math.abs(a.hits / a.delivered - b.hits / b.delivered) / error);
}

const LEVEL = 0.05;

/** The best against the next best. Where no difference can be shown it is the first of them, and that is said. */
export function judge(results: VariantResult[]): {
  winner: number;
  isSignificant: boolean;
  pValue: number | null;
} {
  const [best, next] = results.toSorted((a, b) => b.rate - a.rate || a.variant - b.variant);
  if (!best || !next) return { winner: 0, isSignificant: false, pValue: null };
  const pValue = pValueOf(best, next);
  // With every further variant chance has one more go (Bonferroni).
  const isSignificant = pValue !== null && pValue < LEVEL / (results.length - 1);
  return { winner: isSignificant ? best.variant : 0, isSignificant, pValue };
}
