import { sql } from '@/lib/db';
import { type BreakerFacts, breakerState } from '@/lib/routing/circuit-breaker';
import { healthOf, successRateOf } from '@/lib/routing/health';
import { currentSettings } from '@/lib/settings/current';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { ProviderHealth, ProviderProblem } from './health-schema';
import { problemsByProvider } from './problems';
import { recentFigures } from './recent';

type Row = BreakerFacts & {
  id: string;
  now: Date;
  consecutiveFailures: number;
  weightPercent: number;
  checkOk: boolean | null;
  checkedAt: Date | null;
  attempts: number;
  faulty: number;
};

/** How each provider stands, by its id: what routing goes by, for people to see. */
export async function healthByProvider(): Promise<Map<string, ProviderHealth>> {
  const { breaker } = (await currentSettings()).delivery;
  const problems = await problemsByProvider();
  const rows = await sql()<Row[]>`
    select h.provider_id as id, now() as now, h.consecutive_failures as "consecutiveFailures", h.open_until as "openUntil",
      h.probe_until as "probeUntil", h.weight_percent as "weightPercent", h.check_ok as "checkOk", h.checked_at as "checkedAt",
      recent.attempts, recent.faulty
    from provider_health h, ${recentFigures(breaker.windowMinutes)}`;
  return new Map(rows.map((row) => [row.id, view(row, breaker, problems.get(row.id))]));
}

function view(row: Row, policy: DeliverySettings['breaker'], problem?: ProviderProblem): ProviderHealth {
  const successRate = successRateOf(row.attempts - row.faulty, row.faulty, policy.minSample);
  const breaker = breakerState(row, row.now);
  return {
    state: problem ? 'misconfigured' : healthOf(successRate, policy),
    problem: problem ?? null,
    successRate,
    breaker,
    openUntil: breaker === 'open' ? row.openUntil!.toISOString() : null,
    consecutiveFailures: row.consecutiveFailures,
    weightPercent: row.weightPercent,
    check:
      row.checkedAt && row.checkOk !== null ? { ok: row.checkOk, at: row.checkedAt.toISOString() } : null,
  };
}
