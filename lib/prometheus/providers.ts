import type { ProviderRow } from '@/drizzle/schema/providers';
import type { ProviderHealth } from '@/lib/providers/health/health-schema';
import { budgetInUse, limitsInUse } from '@/lib/statistics/limits';
import type { WindowUse } from '@/lib/statistics/read';
import type { Family, Sample } from './text';

type Facts = {
  providers: ProviderRow[];
  names: Map<string, string>;
  health: Map<string, ProviderHealth>;
  windows: WindowUse[];
  /** Spent in the month that began at `month`, by provider. */
  spent: Map<string, number>;
  month: Date;
  bufferPercent: number;
  now: Date;
  /** What all companies pay together is told to nobody of one of them. */
  companyId: string | null;
};

export function providerFamilies(facts: Facts): Family[] {
  const each = (samplesOf: (row: ProviderRow, provider: string) => Sample[]) =>
    facts.providers.flatMap((row) => samplesOf(row, facts.names.get(row.id) ?? ''));
  const ofHealth = (told: (health: ProviderHealth) => number | null) =>
    each(({ id }, provider) => {
      const health = facts.health.get(id);
      const value = health ? told(health) : null;
      return value === null ? [] : [{ labels: { provider }, value }];
    });
  const gauge = (name: string, help: string, samples: Sample[]): Family => {
    return { name, help, type: 'gauge', samples };
  };
  return [
    gauge(
      'relevo_provider_active',
      '1: in use, 0: paused by a person.',
      each(({ active }, provider) => [{ labels: { provider }, value: Number(active) }]),
    ),
    gauge(
      'relevo_breaker_open',
      '1: stopped by itself after failures, also while a probe is under way; 0: in use.',
      ofHealth(({ breaker }) => Number(breaker !== 'closed')),
    ),
    gauge(
      'relevo_provider_check_ok',
      'Whether the last health check succeeded.',
      ofHealth(({ check }) => check && Number(check.ok)),
    ),
    gauge(
      'relevo_provider_success_ratio',
      'Attempts of the last minutes in which the provider was not at fault; absent while there are too few.',
      ofHealth(({ successRate }) => successRate),
    ),
    gauge(
      'relevo_provider_consecutive_failures',
      'Failures in a row.',
      ofHealth(({ consecutiveFailures }) => consecutiveFailures),
    ),
    gauge(
      'relevo_provider_limit_used',
      'Recipients counted in the present window of a limit.',
      each((row, provider) =>
        limitsInUse(row, ownWindows(row, facts)).map(({ unit, used }) => {
          return { labels: { provider, window: unit }, value: used };
        }),
      ),
    ),
    gauge(
      'relevo_provider_limit',
      'Recipients that a limit allows in its window.',
      each((row, provider) =>
        limitsInUse(row, ownWindows(row, facts)).map(({ unit, limit }) => {
          return { labels: { provider, window: unit }, value: limit };
        }),
      ),
    ),
    gauge(
      'relevo_provider_budget_used_ratio',
      'How much of the budget of this month is used, fees included; above 1: exceeded.',
      each((row, provider) => {
        if (facts.companyId !== null && row.companyId === null) return [];
        const budget = budgetInUse(row, facts.spent.get(row.id) ?? 0, ownWindows(row, facts));
        return budget && budget.monthlyMicros > 0
          ? [{ labels: { provider }, value: budget.usedMicros / budget.monthlyMicros }]
          : [];
      }),
    ),
  ];
}

function ownWindows({ id }: ProviderRow, facts: Facts) {
  return { ...facts, windows: facts.windows.filter(({ providerId }) => providerId === id) };
}

/** A company may call its provider as all companies call theirs: then the company is named, too. */
export function namesOf(
  providers: ProviderRow[],
  companies: Map<string, { key: string }>,
): Map<string, string> {
  const count = new Map<string, number>();
  for (const { name } of providers) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    providers.map(({ id, name, companyId }) => {
      const company = companyId && count.get(name)! > 1 ? companies.get(companyId)?.key : undefined;
      return [id, company ? `${name} (${company})` : name];
    }),
  );
}
