import { companyFilter } from '@/lib/companies/resolve';
import { scopedSql } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { bucketsBetween, LENGTH_MS, parseMoment, USUAL_MS } from '@/lib/metrics/buckets';
import { deliveryFigures } from '@/lib/metrics/figures';
import {
  MAX_POINTS,
  type Metrics,
  type MetricsByProvider,
  type MetricsQuery,
  type Period,
  type Points,
} from '@/lib/metrics/schema';
import { getProvider } from '@/lib/providers/get';
import { listProviders } from '@/lib/providers/list';
import { currentSettings } from '@/lib/settings/current';
import { add, NOTHING, type Sums, sumColumns, viewFigures } from './sums';

/**
 * What was sent, interval by interval, also those in which nothing was; days, weeks (from Monday) and months of the time zone in the
 * settings. Cost: hours of the range, or days of it where the zone is UTC; never messages. @throws AppError validation_failed, not_found
 */
export async function getMetrics(ctx: Context, query: MetricsQuery): Promise<Metrics> {
  const { provider } = query;
  const providerId = provider && (await getProvider(ctx, provider)).id;
  const { period, starts, rows } = await read(ctx, query, providerId);
  return { ...period, ...points(starts, rows) };
}

/**
 * The same of each provider beside the others, in the order in which they are tried; last, without one, what is left: of providers that are
 * gone, and messages that came to rest before any was asked. Together they are `getMetrics`. Cost: as one of it.
 */
export async function getMetricsByProvider(ctx: Context, query: MetricsQuery): Promise<MetricsByProvider> {
  const [{ period, starts, rows }, { data: providers }] = await Promise.all([
    read(ctx, query),
    listProviders(ctx),
  ]);
  const known = new Set(providers.map(({ id }) => id));
  const rest = rows.filter(({ providerId }) => !known.has(providerId));
  const data = providers.map(({ id, name }) => ({
    provider: { id, name },
    ...points(
      starts,
      rows.filter(({ providerId }) => providerId === id),
    ),
  }));
  return {
    ...period,
    data: rest.length > 0 ? [...data, { provider: null, ...points(starts, rest) }] : data,
  };
}

type Row = Sums & { bucket: number; providerId: string };

async function read(
  ctx: Context,
  query: MetricsQuery,
  providerId?: string,
): Promise<{ period: Period; starts: Date[]; rows: Row[] }> {
  const companyId = await companyFilter(ctx, query.company);
  const { timeZone } = await settingsFor(companyId);
  // Of what providers cost, whoever reads it.
  const { currency } = (await currentSettings()).general;
  const { interval, category, channel, type } = query;
  const { from, to } = rangeOf(query, timeZone);
  const starts = bucketsBetween(interval, from, to, timeZone);
  const [first] = starts as [Date];
  const wholeDays = interval !== 'hour' && timeZone === 'UTC';
  const rows = await sql()<Row[]>`
    select width_bucket(at, ${starts.map((at) => at.toISOString())}::timestamptz[]) as bucket, provider_id as "providerId",
      ${sumColumns()}
    from ${deliveryFigures({ from: first, hoursFrom: wholeDays ? undefined : first })} figures
    where at < ${to}
      and ${scopedSql({ companyId })}
      ${providerId ? sql()`and provider_id = ${providerId}` : sql()``}
      ${category ? sql()`and category = ${category}` : sql()``}
      ${channel ? sql()`and channel = ${channel}` : sql()``}
      ${type ? sql()`and type = ${type}` : sql()``}
    group by 1, 2`;
  return {
    period: { interval, timeZone, currency, from: first.toISOString(), to: to.toISOString() },
    starts,
    rows,
  };
}

function rangeOf({ from, to, interval }: MetricsQuery, timeZone: string): { from: Date; to: Date } {
  const end = to ? parseMoment(to, 'to', timeZone) : new Date();
  const start = from ? parseMoment(from, 'from', timeZone) : new Date(end.getTime() - USUAL_MS[interval]);
  if (start >= end) throw invalid('from', 'range');
  if ((end.getTime() - start.getTime()) / LENGTH_MS[interval] > MAX_POINTS)
    throw invalid('interval', 'too_many_points', { max: MAX_POINTS });
  return { from: start, to: end };
}

/** A point of each interval, also where nothing was, and all of them together. */
function points(starts: Date[], rows: Row[]): Points {
  const buckets = new Map<number, Sums>();
  for (const { bucket, providerId: _, ...sums } of rows)
    buckets.set(bucket, add(buckets.get(bucket) ?? NOTHING, sums));
  return {
    data: starts.map((at, index) => ({
      at: at.toISOString(),
      ...viewFigures(buckets.get(index + 1) ?? NOTHING),
    })),
    totals: viewFigures([...buckets.values()].reduce(add, NOTHING)),
  };
}
