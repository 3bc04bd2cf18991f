import { sql } from '@/lib/database/db';
import { cachedProviders } from '@/lib/providers/cache';
import type { LoadedProvider } from '@/lib/providers/load';
import { connectionsOf } from '@/lib/providers/routing-facts';
import { type BreakerFacts, breakerState } from '@/lib/routing/circuit-breaker';
import { healthOf, successRateOf } from '@/lib/routing/health';
import { currentSettings } from '@/lib/settings/current';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { ProviderHealth } from './health-schema';
import { type StoredPace, viewPace } from './pace-view';
import { recentFigures } from './recent-figures';

type Row = BreakerFacts & {
  id: string;
  now: Date;
  consecutiveFailures: number;
  weightPercent: number;
  checkOk: boolean | null;
  checkedAt: Date | null;
  attempts: number;
  faulty: number;
  pace:
    | (Omit<StoredPace, 'changedAt' | 'pausedUntil'> & Record<'changedAt' | 'pausedUntil', string | null>)
    | null;
};

/** How each provider stands, by its id: what routing goes by, for people to see. */
export async function healthByProvider(): Promise<Map<string, ProviderHealth>> {
  const { breaker } = (await currentSettings()).delivery;
  const providers = await cachedProviders();
  const rows = await sql()<Row[]>`
    select h.provider_id as id, now() as now, h.consecutive_failures as "consecutiveFailures", h.open_until as "openUntil",
      h.probe_until as "probeUntil", h.weight_percent as "weightPercent", h.check_ok as "checkOk", h.checked_at as "checkedAt",
      recent.attempts, recent.faulty,
      (select json_build_object('rate', rate, 'ceiling', ceiling, 'connections', connections, 'refusals', refusals,
          'changedAt', changed_at, 'pausedUntil', paused_until, 'reply', reply)
        from provider_pace where provider_id = h.provider_id) as pace
    from provider_health h, ${recentFigures(breaker.windowMinutes)}`;
  const loaded = (id: string) => providers.find((provider) => provider.row.id === id);
  return new Map(rows.map((row) => [row.id, view(row, breaker, loaded(row.id))]));
}

function view(row: Row, policy: DeliverySettings['breaker'], provider?: LoadedProvider): ProviderHealth {
  const successRate = successRateOf(row.attempts - row.faulty, row.faulty, policy.minSample);
  const breaker = breakerState(row, row.now);
  return {
    state: provider?.problem ? 'misconfigured' : healthOf(successRate, policy),
    problem: provider?.problem ?? null,
    successRate,
    breaker,
    openUntil: breaker === 'open' ? row.openUntil!.toISOString() : null,
    consecutiveFailures: row.consecutiveFailures,
    weightPercent: row.weightPercent,
    check:
      row.checkedAt && row.checkOk !== null ? { ok: row.checkOk, at: row.checkedAt.toISOString() } : null,
    pace: paceOf(row, provider),
  };
}

function paceOf({ pace, now }: Row, provider?: LoadedProvider): ProviderHealth['pace'] {
  const date = (value: string | null) => (value === null ? null : new Date(value));
  const stored = pace && { ...pace, changedAt: date(pace.changedAt), pausedUntil: date(pace.pausedUntil) };
  const configured = provider
    ? {
        perSecond: provider.row.limits.second ?? provider.adapter.rate?.perSecond ?? null,
        connections: connectionsOf(provider),
      }
    : { perSecond: null, connections: 1 };
  return viewPace(stored, configured, now);
}
