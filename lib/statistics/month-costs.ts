import type { ProviderRow } from '@/drizzle/schema/providers';
import { companyFilter } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { bucketsBetween } from '@/lib/metrics/buckets';
import { outlookOf, totalOf } from '@/lib/metrics/outlook';
import type { CostsQuery, MonthCosts } from '@/lib/metrics/schema';
import { fromMicros } from '@/lib/money';
import { listPrices } from '@/lib/providers/prices';
import { startOfDate } from '@/lib/routing/time-zone';
import { windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import { type Hourly, historyOf, readHourly } from './hourly';
import { deliveredOf, insteadOf, type MonthFacts, paidFor, paidForGone, totalsOf } from './month-sums';
import { readProviders } from './read';
import { readFigures } from './read-figures';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Facts = MonthFacts & {
  /** 0 to 1: how much of the month that is. */
  passed: number;
  end: Date;
  hourly: Hourly;
};

/**
 * What a month costs, provider by provider, by the prices of each day; what it will come to if it goes on as it did, and what the same
 * messages would have cost through one provider alone. Free allowances and discounts by volume are not known. @throws AppError not_found
 */
export async function getMonthCosts(ctx: Context, query: CostsQuery): Promise<MonthCosts> {
  const companyId = await companyFilter(ctx, query.company);
  const { timeZone } = await settingsFor(companyId);
  const { currency } = (await currentSettings()).general;
  const now = new Date();
  const { from, to } = monthOf(query.month, timeZone, now);
  const until = new Date(Math.min(to.getTime(), Math.max(from.getTime(), now.getTime())));
  const days = bucketsBetween('day', from, to, timeZone);
  const [rows, prices, providers, hourly] = await Promise.all([
    readFigures({ companyId, starts: days, to, wholeDays: timeZone === 'UTC' }),
    listPrices(),
    readProviders({ ...ctx, companyId }),
    readHourly({ companyId }, now),
  ]);
  const passed = (until.getTime() - from.getTime()) / (to.getTime() - from.getTime());
  const facts = { days, rows, prices, until, passed, end: to, hourly };
  // What all companies pay together is no cost of one of them.
  const own = providers.map(
    (row): Own =>
      companyId === null || row.companyId === companyId ? row : { ...row, budget: null, sharedFee: true },
  );
  const each = [...own.map((row) => costOf(row, facts)), ...costOfGone(own, facts, companyId)];
  const totals = totalsOf(each);
  return {
    month: query.month ?? monthName(from, timeZone),
    timeZone,
    currency,
    from: from.toISOString(),
    to: to.toISOString(),
    providers: each
      .filter(({ micros, view }) => micros.total > 0 || view.recipients > 0 || view.budget)
      .map(({ view }) => view),
    totals: {
      sent: totals.sent,
      recipients: totals.recipients,
      messages: fromMicros(totals.messages),
      fees: fromMicros(totals.fee),
      total: fromMicros(totals.total),
      perDelivered: totals.delivered > 0 ? fromMicros(Math.round(totals.total / totals.delivered)) : null,
      forecast: fromMicrosOrNull(
        isYoung(facts) ? null : each.reduce((sum, { micros }) => sum + micros.forecast, 0),
      ),
    },
    instead: insteadOf(own, totals, facts).map(({ micros, saved, ...rest }) => ({
      ...rest,
      total: fromMicros(micros),
      saved: fromMicros(saved),
    })),
  };
}

type Own = ProviderRow & { sharedFee?: true };

function costOf(row: Own, facts: Facts) {
  const { micros, sums, price } = paidFor(row, facts);
  const delivered = deliveredOf(sums);
  const forecast = forecastOf(row.id, micros, facts);
  return {
    micros: { ...micros, forecast: forecast ?? micros.total },
    sums,
    view: {
      provider: { id: row.id, name: row.name },
      sent: sums.sent,
      recipients: sums.recipients,
      costPerMessage: fromMicros(price?.costMicros ?? row.costMicros),
      messages: fromMicros(micros.messages),
      fee: fromMicros(micros.fee),
      total: fromMicros(micros.total),
      perDelivered: delivered > 0 ? fromMicros(Math.round(micros.total / delivered)) : null,
      forecast: fromMicrosOrNull(forecast),
      budget: row.budget && {
        monthly: fromMicros(row.budget.monthlyMicros),
        hard: row.budget.hard,
        share: row.budget.monthlyMicros > 0 ? micros.total / row.budget.monthlyMicros : null,
        exceeded: (forecast ?? micros.total) > row.budget.monthlyMicros,
      },
    },
  };
}

function costOfGone(known: Own[], facts: MonthFacts, companyId: string | null) {
  const { micros, sums } = paidForGone(known, facts, { fees: companyId === null });
  const { sent, recipients } = sums;
  if (recipients + micros.total === 0) return [];
  const view = {
    provider: null,
    sent,
    recipients,
    costPerMessage: null,
    messages: fromMicros(micros.messages),
    fee: fromMicros(micros.fee),
    total: fromMicros(micros.total),
    perDelivered: null,
    forecast: null,
    budget: null,
  };
  return [{ micros: { ...micros, forecast: micros.total }, sums, view }];
}

/** The rest of the month as the last weeks were, in the measure of this month where too little is known of them; the fee is paid once. */
function forecastOf(
  providerId: string,
  { messages, fee }: { messages: number; fee: number },
  facts: Facts,
): number | null {
  if (isYoung(facts)) return null;
  const { hourly, until, end, passed } = facts;
  const hours = (moment: Date) => (moment.getTime() - hourly.until.getTime()) / HOUR_MS;
  const outlook = outlookOf(historyOf(hourly, 'costMicros', providerId), Math.ceil(hours(end)));
  const all = outlook ? messages + totalOf(outlook, hours(until), hours(end)).expected : messages / passed;
  return Math.round(all) + fee;
}

/** Or over. */
function isYoung({ passed, until, days }: Facts): boolean {
  return passed >= 1 || until.getTime() - days[0]!.getTime() < DAY_MS;
}

function fromMicrosOrNull(micros: number | null): string | null {
  return micros === null ? null : fromMicros(micros);
}

function monthOf(month: string | undefined, timeZone: string, now: Date): { from: Date; to: Date } {
  if (month === undefined) {
    const { startsAt, endsAt } = windowAt('month', now, timeZone);
    return { from: startsAt, to: endsAt };
  }
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: startOfDate([year, number - 1, 1], timeZone), to: startOfDate([year, number, 1], timeZone) };
}

function monthName(from: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return parts.format(from).slice(0, 7);
}
