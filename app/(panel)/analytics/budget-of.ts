import type { Figures } from '@/lib/metrics/schema';

/** Of what came to rest: how many may fail for the target, how many did, and how many more may. `share` arrived; null: of nothing. */
export function budgetOf({ sent, failed, returned, rates }: Figures, target: number) {
  const allowed = Math.floor((sent + failed) * (1 - target) + 1e-9);
  const lost = failed + Math.min(returned, sent);
  return { allowed, lost, left: allowed - lost, share: rates.delivery };
}
