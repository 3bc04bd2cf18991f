import type { ProviderRow } from '@/drizzle/schema/providers';
import { capacityOf } from '@/lib/routing/limits';
import type { LimitUnit } from '@/lib/routing/types';
import { type Window, windowAt } from '@/lib/routing/windows';

/** The pace a second is not counted in windows. */
export const COUNTED = ['minute', 'hour', 'day', 'month'] as const;

/** Whoever has limits: a provider, or a company, which has no budget. */
export type Limited = Pick<
  ProviderRow,
  'id' | 'limits' | 'timeZone' | 'budget' | 'costMicros' | 'monthlyFeeMicros'
>;

/** One limit of a provider at a moment. `capacity` null: only counted, nothing is refused. */
export type Limit = Window & { unit: LimitUnit; capacity: number | null; perUnit: number };

type Policy = { urgent: boolean; bufferPercent: number };

/**
 * What limits a provider right now, in recipients, as the providers count; the budget in millionths of the currency. A budget
 * pays the monthly fee first. A soft one is counted and refuses nothing.
 */
export function limitsOf(row: Limited, policy: Policy, now: Date): Limit[] {
  const counts = COUNTED.flatMap((unit) => {
    const limit = row.limits[unit];
    if (limit === undefined) return [];
    return [{ unit, capacity: capacityOf(limit, policy), perUnit: 1, ...windowAt(unit, now, row.timeZone) }];
  });
  if (!row.budget || row.costMicros === 0) return counts;
  const left = Math.max(0, row.budget.monthlyMicros - row.monthlyFeeMicros);
  const budget: Limit = {
    unit: 'budget',
    capacity: row.budget.hard ? left : null,
    perUnit: row.costMicros,
    ...windowAt('month', now, row.timeZone),
  };
  return [...counts, budget];
}

/** How many units the tightest limit lets through in a fresh window; infinite where nothing is refused. */
export function unitsOf(limits: Limit[]): number {
  return Math.min(
    ...limits.map(({ capacity, perUnit }) => (capacity === null ? Infinity : Math.floor(capacity / perUnit))),
  );
}

export type Usage = { unit: string; startsAt: Date; used: number };

/** The limit that keeps further messages waiting longest, or null while there is room for one recipient. */
export function fullAt(limits: Limit[], usage: Usage[]): { unit: LimitUnit; until: Date } | null {
  let full: { unit: LimitUnit; until: Date } | null = null;
  for (const { unit, capacity, perUnit, startsAt, endsAt } of limits) {
    if (capacity === null || usedIn(usage, unit, startsAt) + perUnit <= capacity) continue;
    if (!full || endsAt > full.until) full = { unit, until: endsAt };
  }
  return full;
}

/** Who comes anew goes behind those who wait for the limit that ends last. */
export function lastToEnd(row: Limited, bufferPercent: number, now: Date): { unit: LimitUnit; until: Date } {
  const [last] = limitsOf(row, { urgent: false, bufferPercent }, now)
    .filter(({ capacity }) => capacity !== null)
    .toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime());
  return { unit: last?.unit ?? 'provider', until: last?.endsAt ?? now };
}

/** A window of before counts for nothing. */
export function usedIn(usage: Usage[], unit: LimitUnit, startsAt: Date): number {
  const found = usage.find((entry) => entry.unit === unit);
  return found && found.startsAt >= startsAt ? found.used : 0;
}
