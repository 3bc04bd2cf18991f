import type { Context } from '@/lib/context';
import { bucketsBetween } from '@/lib/metrics/buckets';
import { listPrices, type Price } from '@/lib/providers/prices';
import type { MonthFacts } from './month-sums';
import type { ProviderSums } from './read';
import { readFigures } from './read-figures';

type Month = { now: Date; month: Date; timeZone: string };

/**
 * What the costs of this month are computed from. The sums that home has read serve, unless a price has changed since the month began: then
 * each day has its own.
 */
export async function thisMonth(
  { companyId }: Context,
  { now, month, timeZone }: Month,
  sums: ProviderSums[],
): Promise<MonthFacts> {
  const prices = await listPrices();
  const known = { prices, until: now };
  if (prices.some((price) => isChange(price, prices, month))) {
    const days = bucketsBetween('day', month, now, timeZone);
    const range = { companyId, starts: days, from: month, to: new Date(now.getTime() + 1) };
    return { ...known, days, rows: await readFigures({ ...range, wholeDays: timeZone === 'UTC' }) };
  }
  const rows = sums.map(({ id, monthRecipientsSent, monthCostMicros }) => ({
    bucket: 1,
    providerId: id,
    recipients: monthRecipientsSent,
    costMicros: monthCostMicros,
  }));
  return { ...known, days: [month], rows };
}

/** A first price is none: before it nobody noted another. */
function isChange({ providerId, validFrom }: Price, prices: Price[], since: Date): boolean {
  return (
    validFrom > since &&
    prices.some((price) => price.providerId === providerId && price.validFrom < validFrom)
  );
}
