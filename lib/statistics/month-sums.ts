import type { ProviderRow } from '@/drizzle/schema/providers';
import { type Price, priceAt } from '@/lib/providers/prices';
import type { FigureRow } from './read-figures';
import { add, NOTHING, type Sums } from './sums';

export type MonthFacts = {
  /** The beginnings of its days; fewer where no price changed between them. */
  days: Date[];
  rows: Pick<FigureRow, 'bucket' | 'providerId' | keyof Sums>[];
  prices: Price[];
  /** Until when it is known: now, or the end of a month that is over. */
  until: Date;
};

export type Micros = { messages: number; fee: number; total: number };
/** `sharedFee`: all companies pay it together, so it is no cost of one of them. */
export type Paid = Pick<
  ProviderRow,
  'id' | 'name' | 'active' | 'createdAt' | 'costMicros' | 'monthlyFeeMicros'
> & { sharedFee?: true };

/** What one provider costs in the month: what was sent, and its fee where it is paid for. */
export function paidFor(row: Paid, facts: MonthFacts): { micros: Micros; sums: Sums; price: Price | null } {
  const sums = sumOf(facts, ({ providerId }) => providerId === row.id);
  const price = priceAt(facts.prices, row.id, lastMoment(facts));
  // Not of a month before it was there, nor of one that has not begun.
  const wasThere = row.createdAt < facts.until && facts.until > facts.days[0]!;
  const isPaid = ((row.active && wasThere) || sums.recipients > 0) && !row.sharedFee;
  const fee = isPaid ? (price?.monthlyFeeMicros ?? row.monthlyFeeMicros) : 0;
  return { micros: { messages: sums.costMicros, fee, total: sums.costMicros + fee }, sums, price };
}

/** Of all providers that are gone: nobody remembers their names, but they were paid for. `fees`: whoever reads pays them. */
export function paidForGone(
  known: Paid[],
  facts: MonthFacts,
  { fees }: { fees: boolean },
): { micros: Micros; sums: Sums } {
  const ids = new Set(known.map(({ id }) => id));
  const sums = sumOf(facts, ({ providerId }) => !ids.has(providerId));
  const gone = new Set(facts.prices.map(({ providerId }) => providerId).filter((id) => !ids.has(id)));
  const fee = fees ? [...gone].reduce((sum, id) => sum + feeOfGone(id, facts), 0) : 0;
  return { micros: { messages: sums.costMicros, fee, total: sums.costMicros + fee }, sums };
}

/**
 * The last one that was asked for within the month. A price of nothing is noted when a provider goes; where none was, it is only known to have
 * been there while it sent.
 */
function feeOfGone(id: string, facts: MonthFacts): number {
  const [begin] = facts.days as [Date];
  const own = facts.prices.filter(({ providerId }) => providerId === id);
  const hasEnd = own[0]?.costMicros === 0 && own[0].monthlyFeeMicros === 0;
  if (!hasEnd && sumOf(facts, ({ providerId }) => providerId === id).recipients === 0) return 0;
  const held = own.filter(
    ({ validFrom }, n) => validFrom < facts.until && (n === 0 || own[n - 1]!.validFrom > begin),
  );
  return held.find(({ monthlyFeeMicros }) => monthlyFeeMicros > 0)?.monthlyFeeMicros ?? 0;
}

export function totalsOf(each: { micros: Micros; sums: Sums }[]) {
  const sums = each.reduce<Sums>((total, { sums }) => add(total, sums), NOTHING);
  const micros = (name: keyof Micros) => each.reduce((total, { micros }) => total + micros[name], 0);
  return {
    sent: sums.sent,
    recipients: sums.recipients,
    delivered: deliveredOf(sums),
    messages: micros('messages'),
    fee: micros('fee'),
    total: micros('total'),
  };
}

/** What did not come back as a whole. */
export function deliveredOf({ sent, returned }: Sums): number {
  return Math.max(0, sent - returned);
}

/** The dearest first; every recipient of the month at the price of the day, and the fee. */
export function insteadOf(
  providers: Paid[],
  totals: { total: number; recipients: number },
  facts: MonthFacts,
) {
  if (totals.recipients === 0) return [];
  const perDay = new Map<number, number>();
  for (const { bucket, recipients = 0 } of facts.rows)
    perDay.set(bucket, (perDay.get(bucket) ?? 0) + recipients);
  return providers
    .flatMap((row) => {
      const priced = [...perDay].map(([bucket, recipients]) => {
        // That of the day's end: a price that changes within a day counts for all of it here.
        const at = facts.days[bucket] ?? facts.until;
        return recipients * (priceAt(facts.prices, row.id, at)?.costMicros ?? row.costMicros);
      });
      const fee = row.sharedFee
        ? 0
        : (priceAt(facts.prices, row.id, lastMoment(facts))?.monthlyFeeMicros ?? row.monthlyFeeMicros);
      const micros = priced.reduce((sum, one) => sum + one, fee);
      if (micros === 0) return [];
      const saved = micros - totals.total;
      return [{ provider: { id: row.id, name: row.name }, micros, saved, share: saved / micros }];
    })
    .sort((a, b) => b.micros - a.micros);
}

function sumOf({ rows }: MonthFacts, which: (row: MonthFacts['rows'][number]) => boolean): Sums {
  return rows.filter(which).reduce<Sums>(add, NOTHING);
}

const lastMoment = ({ until }: MonthFacts) => new Date(until.getTime() - 1);
