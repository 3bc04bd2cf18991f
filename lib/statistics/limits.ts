import type { ProviderRow } from '@/drizzle/schema/providers';
import { fullAt, limitsOf, usedIn } from '@/lib/capacity/limits';
import { fromMicros } from '@/lib/money';
import { capacityOf, forecastEnd } from '@/lib/routing/limits';
import { windowAt } from '@/lib/routing/windows';
import type { WindowUse } from './read';
import type { BudgetUse, LimitUse, ProviderStanding } from './schema';

const UNITS = ['minute', 'hour', 'day', 'month'] as const;

/** `windows` are the provider's own. */
type Facts = { windows: WindowUse[]; bufferPercent: number; now: Date };

/** How much of each of its limits a provider has used, and when the rest will be. */
export function limitsInUse(provider: ProviderRow, { windows, bufferPercent, now }: Facts): LimitUse[] {
  return UNITS.flatMap((unit) => {
    const limit = provider.limits[unit];
    if (limit === undefined) return [];
    const window = windowAt(unit, now, provider.timeZone);
    const capacity = capacityOf(limit, { urgent: false, bufferPercent });
    const used = usedIn(windows, unit, window.startsAt);
    const forecast = forecastOf({ ...window, used, limit: capacity }, now);
    return [
      {
        unit,
        used,
        limit,
        capacity,
        endsAt: window.endsAt.toISOString(),
        forecastAt: forecast?.toISOString() ?? null,
      },
    ];
  });
}

/** What keeps messages that are not urgent waiting longest, as routing judges it; also what the provider itself said. */
export function fullUntil(
  provider: ProviderRow,
  { windows, bufferPercent, now }: Facts,
): ProviderStanding['full'] {
  const told = windows.find(({ unit, fullUntil: until }) => unit === 'provider' && until && until > now);
  if (told) return { unit: 'provider', until: told.fullUntil!.toISOString() };
  const full = fullAt(limitsOf(provider, { urgent: false, bufferPercent }, now), windows);
  return full && { unit: full.unit, until: full.until.toISOString() };
}

export type BudgetInUse = {
  usedMicros: number;
  monthlyMicros: number;
  hard: boolean;
  /** No recipient more is paid for; a soft one is gone beyond by what its last message cost. */
  usedUp: boolean;
  endsAt: Date;
  forecastAt: Date | null;
};

/**
 * The monthly fee is the first thing that a budget pays. `figureMicros` is what was sent in the month of the figures: a window also counts
 * what workers have leased and may give back. It is asked where the provider's month is another one, which matters around the first of
 * it. Null: no budget.
 */
export function budgetInUse(
  provider: ProviderRow,
  figureMicros: number,
  { windows, now, month }: Pick<Facts, 'windows' | 'now'> & { month: Date },
): BudgetInUse | null {
  if (!provider.budget) return null;
  const window = windowAt('month', now, provider.timeZone);
  const sameMonth = window.startsAt.getTime() === month.getTime();
  const spentMicros = sameMonth ? figureMicros : usedIn(windows, 'budget', window.startsAt);
  const { monthlyMicros, hard } = provider.budget;
  const limit = Math.max(0, monthlyMicros - provider.monthlyFeeMicros);
  const usedMicros = spentMicros + provider.monthlyFeeMicros;
  return {
    usedMicros,
    monthlyMicros,
    hard,
    usedUp: usedMicros >= monthlyMicros || (hard && usedMicros + provider.costMicros > monthlyMicros),
    endsAt: window.endsAt,
    forecastAt: forecastOf({ ...window, used: spentMicros, limit }, now),
  };
}

export function viewBudget({
  usedMicros,
  monthlyMicros,
  endsAt,
  forecastAt,
  ...rest
}: BudgetInUse): BudgetUse {
  return {
    used: fromMicros(usedMicros),
    monthly: fromMicros(monthlyMicros),
    ...rest,
    endsAt: endsAt.toISOString(),
    forecastAt: forecastAt?.toISOString() ?? null,
  };
}

/** What is used up needs no forecast. */
function forecastOf(usage: Parameters<typeof forecastEnd>[0], now: Date): Date | null {
  return usage.used < usage.limit ? forecastEnd(usage, now) : null;
}
