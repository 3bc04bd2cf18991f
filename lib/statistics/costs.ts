import type { ProviderRow } from '@/drizzle/schema/providers';
import { fromMicros } from '@/lib/money';
import type { BudgetInUse } from './limits';
import { insteadOf, type MonthFacts, type Paid, paidFor, paidForGone, totalsOf } from './month-sums';
import type { ProviderSums } from './read';
import type { Costs, ProviderCost } from './schema';

type Entry = { provider: ProviderRow; sums: ProviderSums | undefined; budget: BudgetInUse | null };

type Facts = {
  /** Sums of providers that are gone: their messages were paid for all the same. */
  others: ProviderSums[];
  month: MonthFacts;
  /** Whose bills they are; null: of all. */
  companyId: string | null;
};

/** What today and this month cost, and what was saved: as `getMonthCosts` says it. */
export function sumCosts(entries: Entry[], { others, month, companyId }: Facts): Costs {
  const all = entries.map((entry) => {
    const paid = paidBy(entry.provider, companyId);
    return { ...entry, paid, cost: paidFor(paid, month) };
  });
  const paid = all.map((entry) => entry.paid);
  const gone = paidForGone(paid, month, { fees: companyId === null });
  const totals = totalsOf([...all.map(({ cost }) => cost), gone]);
  const [dearest] = insteadOf(paid, totals, month);
  const today = [...entries.flatMap(({ sums }) => sums ?? []), ...others];
  return {
    today: fromMicros(total(today, 'costMicros')),
    month: fromMicros(totals.total),
    fees: fromMicros(totals.fee),
    saved: dearest
      ? { amount: fromMicros(dearest.saved), share: dearest.share, dearest: dearest.provider.name }
      : null,
    providers: [
      ...all.map(({ provider, sums, budget, cost }) => ({
        id: provider.id,
        name: provider.name,
        ...costOf(sums ? [sums] : [], cost.micros),
        budget: budget && {
          used: fromMicros(budget.usedMicros),
          monthly: fromMicros(budget.monthlyMicros),
          hard: budget.hard,
        },
      })),
      ...viewGone(others, gone.micros),
    ],
  };
}

/** What all companies pay together is no cost of one of them. */
function paidBy(provider: ProviderRow, companyId: string | null): Paid {
  return companyId === null || provider.companyId === companyId ? provider : { ...provider, sharedFee: true };
}

function costOf(sums: ProviderSums[], { fee, total: month }: { fee: number; total: number }) {
  return {
    sent: total(sums, 'monthAttemptsSent'),
    captured: total(sums, 'monthAttemptsCaptured'),
    today: fromMicros(total(sums, 'costMicros')),
    month: fromMicros(month),
    fee: fromMicros(fee),
  };
}

/** Together: nobody remembers their names. */
function viewGone(others: ProviderSums[], micros: { fee: number; total: number }): ProviderCost[] {
  const cost = costOf(others, micros);
  if (cost.sent + cost.captured + micros.fee === 0) return [];
  return [{ id: null, name: null, ...cost, budget: null }];
}

function total(
  sums: ProviderSums[],
  field: 'costMicros' | 'monthAttemptsSent' | 'monthAttemptsCaptured',
): number {
  return sums.reduce((sum, entry) => sum + entry[field], 0);
}
