import type { ProviderRow } from '@/drizzle/schema/providers';
import { companyFilter } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { bucketsBetween } from '@/lib/metrics/buckets';
import { NEEDED_HOURS, type Outlook, outlookOf, totalOf, usedUpAfter } from '@/lib/metrics/outlook';
import type { Forecast, ForecastQuery } from '@/lib/metrics/schema';
import { fromMicros } from '@/lib/money';
import { getProvider } from '@/lib/providers/get';
import { windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import { countBetween, type Hourly, historyOf, readHourly } from './hourly';
import { budgetInUse, limitsInUse } from './limits';
import { readProviders, readSums, readWindows } from './read';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS_BEFORE = 13;
const DAYS_AHEAD = 7;
/** To the end of any month. */
const OUTLOOK_HOURS = 32 * 24;

/**
 * What is to be expected: the volume of the next days, when limits of providers will be used up, and what their budgets will have paid at the
 * month's end; each as the same weekdays and hours of the last four weeks were (`lib/metrics/outlook.ts`). @throws AppError not_found
 */
export async function getForecast(ctx: Context, query: ForecastQuery): Promise<Forecast> {
  const companyId = await companyFilter(ctx, query.company);
  const scope = { ...ctx, companyId };
  const { timeZone } = await settingsFor(companyId);
  const { general, delivery } = await currentSettings();
  const asked = query.provider && (await getProvider(ctx, query.provider)).id;
  const now = new Date();
  const since = {
    now,
    today: windowAt('day', now, timeZone).startsAt,
    month: windowAt('month', now, timeZone).startsAt,
  };
  const [hourly, providers, windows, sums] = await Promise.all([
    readHourly(scope, now),
    readProviders(scope),
    readWindows(),
    readSums(scope, since),
  ]);
  const history = historyOf(hourly, 'messages', asked);
  const outlook = outlookOf(history, OUTLOOK_HOURS);
  const own = providers.filter(({ id, active }) => (asked === undefined ? active : id === asked));
  const facts = (row: ProviderRow) => ({
    windows: windows.filter(({ providerId }) => providerId === row.id),
    bufferPercent: delivery.limits.bufferPercent,
    now,
    month: since.month,
    spent: sums.find(({ id }) => id === row.id)?.monthCostMicros ?? 0,
    hourly,
  });
  return {
    at: now.toISOString(),
    timeZone,
    currency: general.currency,
    knownDays: Math.floor(history.filter((count) => count !== null).length / 24),
    neededDays: NEEDED_HOURS / 24,
    weeks: outlook?.weeks.length ?? 0,
    volume: outlook && volumeOf(outlook, { hourly, asked, timeZone, now }),
    limits: own.flatMap((row) => limitsOf(row, facts(row))),
    // What all companies pay together is no budget of one of them.
    budgets: own
      .filter((row) => companyId === null || row.companyId === companyId)
      .flatMap((row) => budgetOf(row, facts(row))),
  };
}

type Volume = { hourly: Hourly; asked?: string; timeZone: string; now: Date };

/** Two weeks that were and one to come; of the present day what was so far and what is expected of the rest. */
function volumeOf(outlook: Outlook, { hourly, asked, timeZone, now }: Volume): Forecast['volume'] {
  const today = windowAt('day', now, timeZone).startsAt.getTime();
  // By noons, which lie within their days also where one has 23 hours or 25; the end of the last day is the start of another.
  const noon = (days: number) => new Date(today + (days + 0.5) * DAY_MS);
  const starts = bucketsBetween('day', noon(-DAYS_BEFORE), noon(DAYS_AHEAD + 1), timeZone);
  const ahead = hoursAhead(hourly, now);
  const data = starts.slice(0, -1).map((at, n) => {
    const [from, to] = [at.getTime(), starts[n + 1]!.getTime()];
    const actual = countBetween(hourly, at, starts[n + 1]!, asked);
    if (to <= now.getTime()) return { at: at.toISOString(), actual, expected: null, low: null, high: null };
    const rest = totalOf(
      outlook,
      Math.max(ahead, hoursUntil(at, hourly)),
      hoursUntil(starts[n + 1]!, hourly),
    );
    const isPresent = from <= now.getTime();
    const whole = (value: number) => Math.round(value + (isPresent ? actual : 0));
    return {
      at: at.toISOString(),
      actual: isPresent ? actual : null,
      expected: whole(rest.expected),
      low: whole(rest.low),
      high: whole(rest.high),
    };
  });
  const { expected, low, high } = totalOf(outlook, ahead, ahead + DAYS_AHEAD * 24);
  return {
    data,
    nextDays: DAYS_AHEAD,
    expected: Math.round(expected),
    low: Math.round(low),
    high: Math.round(high),
  };
}

type Facts = Parameters<typeof limitsInUse>[1] & { month: Date; spent: number; hourly: Hourly };

/** Days and months: an hour is over before anybody could do something. */
function limitsOf(row: ProviderRow, { hourly, ...facts }: Facts): Forecast['limits'] {
  const outlook = outlookOf(historyOf(hourly, 'recipients', row.id), OUTLOOK_HOURS);
  if (!outlook) return [];
  return limitsInUse(row, facts).flatMap(({ unit, used, capacity, endsAt }) => {
    if (unit !== 'day' && unit !== 'month') return [];
    const end = hoursUntil(new Date(endsAt), hourly);
    const after = usedUpAfter(outlook, hoursAhead(hourly, facts.now), Math.max(0, capacity - used));
    const moment = (hours: number | null) =>
      hours === null || hours >= end
        ? null
        : new Date(hourly.until.getTime() + hours * HOUR_MS).toISOString();
    const usedUp = {
      expected: moment(after.expected),
      earliest: moment(after.earliest),
      latest: moment(after.latest),
    };
    return [{ provider: { id: row.id, name: row.name }, unit, used, capacity, endsAt, usedUp }];
  });
}

function budgetOf(row: ProviderRow, { hourly, spent, ...facts }: Facts): Forecast['budgets'] {
  const budget = budgetInUse(row, spent, facts);
  const outlook = outlookOf(historyOf(hourly, 'costMicros', row.id), OUTLOOK_HOURS);
  if (!budget || !outlook) return [];
  const rest = totalOf(outlook, hoursAhead(hourly, facts.now), hoursUntil(budget.endsAt, hourly));
  const end = (micros: number) => fromMicros(Math.round(budget.usedMicros + micros));
  return [
    {
      provider: { id: row.id, name: row.name },
      monthly: fromMicros(budget.monthlyMicros),
      used: fromMicros(budget.usedMicros),
      endsAt: budget.endsAt.toISOString(),
      expected: end(rest.expected),
      low: end(rest.low),
      high: end(rest.high),
      exceeded: budget.usedMicros + rest.expected > budget.monthlyMicros,
    },
  ];
}

/** The outlook begins with the present hour, of which a part is over. */
function hoursAhead({ until }: Hourly, now: Date): number {
  return (now.getTime() - until.getTime()) / HOUR_MS;
}

function hoursUntil(moment: Date, { until }: Hourly): number {
  return (moment.getTime() - until.getTime()) / HOUR_MS;
}
