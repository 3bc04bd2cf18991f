import type { ProviderRow } from '@/drizzle/schema/providers';
import { fromMicros } from '@/lib/money';
import type { BudgetInUse } from './limits';
import type { ProviderSums } from './read';
import type { Costs, ProviderCost } from './schema';

type Entry = { provider: ProviderRow; sums: ProviderSums | undefined; budget: BudgetInUse | null };

/** What today and this month cost. `others` are the sums of providers that are gone: their messages were paid for all the same. */
export function sumCosts(entries: Entry[], others: ProviderSums[]): Costs {
  const sums = [...entries.flatMap((entry) => entry.sums ?? []), ...others];
  const spentMicros = total(sums, 'monthCostMicros');
  const feesMicros = entries.reduce((fees, entry) => fees + feeOf(entry), 0);
  return {
    today: fromMicros(total(sums, 'costMicros')),
    month: fromMicros(spentMicros + feesMicros),
    fees: fromMicros(feesMicros),
    saved: saved(entries, sums, spentMicros),
    providers: [...entries.map(costOf), ...gone(others)],
  };
}

function total(
  sums: ProviderSums[],
  field:
    | 'costMicros'
    | 'monthCostMicros'
    | 'monthRecipientsSent'
    | 'monthAttemptsSent'
    | 'monthAttemptsCaptured',
): number {
  return sums.reduce((sum, entry) => sum + entry[field], 0);
}

/** A provider that is paused, and that has sent nothing this month, is taken for one that is not paid for. */
function feeOf({ provider: { active, monthlyFeeMicros }, sums }: Pick<Entry, 'provider' | 'sums'>): number {
  return active || (sums?.monthAttemptsSent ?? 0) > 0 ? monthlyFeeMicros : 0;
}

/** Of messages, against everything through the dearest at its present price; `month-costs.ts` has the price of each day, and fees. */
function saved(entries: Entry[], sums: ProviderSums[], spentMicros: number): Costs['saved'] {
  const [dearest] = entries
    .map(({ provider }) => provider)
    .filter(({ active }) => active)
    .toSorted((a, b) => b.costMicros - a.costMicros);
  const wouldMicros = total(sums, 'monthRecipientsSent') * (dearest?.costMicros ?? 0);
  if (!dearest || wouldMicros === 0) return null;
  const amount = Math.max(0, wouldMicros - spentMicros);
  return { amount: fromMicros(amount), share: amount / wouldMicros, dearest: dearest.name };
}

function costOf({ provider, sums, budget }: Entry): ProviderCost {
  return {
    id: provider.id,
    name: provider.name,
    sent: sums?.monthAttemptsSent ?? 0,
    captured: sums?.monthAttemptsCaptured ?? 0,
    today: fromMicros(sums?.costMicros ?? 0),
    month: fromMicros((sums?.monthCostMicros ?? 0) + feeOf({ provider, sums })),
    fee: fromMicros(feeOf({ provider, sums })),
    budget: budget && {
      used: fromMicros(budget.usedMicros),
      monthly: fromMicros(budget.monthlyMicros),
      hard: budget.hard,
    },
  };
}

/** Together: nobody remembers their names. */
function gone(others: ProviderSums[]): ProviderCost[] {
  const sent = total(others, 'monthAttemptsSent');
  const captured = total(others, 'monthAttemptsCaptured');
  if (sent + captured === 0) return [];
  const micros = { today: total(others, 'costMicros'), month: total(others, 'monthCostMicros') };
  return [
    {
      id: null,
      name: null,
      sent,
      captured,
      today: fromMicros(micros.today),
      month: fromMicros(micros.month),
      fee: '0',
      budget: null,
    },
  ];
}
