export type Health = 'healthy' | 'degraded' | 'unhealthy';

export type HealthPolicy = { unhealthyBelowPercent: number; degradedBelowPercent: number };

/** 0–1; null where so few attempts tell nothing. Faults of recipients and contents are no failures of the provider. */
export function successRateOf(sent: number, failed: number, minSample: number): number | null {
  const total = sent + failed;
  return total === 0 || total < minSample ? null : sent / total;
}

export function healthOf(successRate: number | null, policy: HealthPolicy): Health {
  if (isBelow(successRate, policy.unhealthyBelowPercent)) return 'unhealthy';
  return isBelow(successRate, policy.degradedBelowPercent) ? 'degraded' : 'healthy';
}

/** Unknown is trusted. */
export function isBelow(successRate: number | null, percent: number): boolean {
  return successRate !== null && successRate * 100 < percent;
}
