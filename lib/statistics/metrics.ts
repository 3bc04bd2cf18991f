import { companyFilter } from '@/lib/companies/resolve';
import { scopedSql } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { bucketsBetween, LENGTH_MS, parseMoment, USUAL_MS } from '@/lib/metrics/buckets';
import { deliveryFigures } from '@/lib/metrics/figures';
import { type Figures, MAX_POINTS, type Metrics, type MetricsQuery } from '@/lib/metrics/schema';
import { fromMicros } from '@/lib/money';
import { getProvider } from '@/lib/providers/get';
import { currentSettings } from '@/lib/settings/current';

/**
 * What was sent, interval by interval, also those in which nothing was; days, weeks (from Monday) and months of the time zone in the
 * settings. Cost: hours of the range, or days of it where the zone is UTC; never messages. @throws AppError validation_failed, not_found
 */
export async function getMetrics(ctx: Context, query: MetricsQuery): Promise<Metrics> {
  const companyId = await companyFilter(ctx, query.company);
  const { timeZone } = await settingsFor(companyId);
  // Of what providers cost, whoever reads it.
  const { currency } = (await currentSettings()).general;
  const { interval, provider, category, channel, type } = query;
  const { from, to } = rangeOf(query, timeZone);
  const providerId = provider && (await getProvider(ctx, provider)).id;
  const starts = bucketsBetween(interval, from, to, timeZone);
  const [first] = starts as [Date];
  const wholeDays = interval !== 'hour' && timeZone === 'UTC';
  const rows = await sql()<(Sums & { bucket: number })[]>`
    select width_bucket(at, ${starts.map((at) => at.toISOString())}::timestamptz[]) as bucket,
      sum(messages_sent)::float8 as sent, sum(messages_captured)::float8 as captured, sum(messages_failed)::float8 as failed, sum(messages_parked)::float8 as parked,
      sum(attempts_sent + attempts_captured + attempts_failed)::float8 as attempts, sum(attempts_faulty)::float8 as faulty, sum(attempts_slow)::float8 as slow,
      sum(failovers)::float8 as failovers, sum(duration_ms_sum)::float8 as "durationMs", sum(cost_micros)::float8 as "costMicros"
    from ${deliveryFigures({ from: first, hoursFrom: wholeDays ? undefined : first })} figures
    where at < ${to}
      and ${scopedSql({ companyId })}
      ${providerId ? sql()`and provider_id = ${providerId}` : sql()``}
      ${category ? sql()`and category = ${category}` : sql()``}
      ${channel ? sql()`and channel = ${channel}` : sql()``}
      ${type ? sql()`and type = ${type}` : sql()``}
    group by 1`;
  const byBucket = new Map(rows.map(({ bucket, ...sums }) => [bucket, sums]));
  return {
    interval,
    timeZone,
    currency,
    from: first.toISOString(),
    to: to.toISOString(),
    data: starts.map((at, index) => ({ at: at.toISOString(), ...view(byBucket.get(index + 1) ?? NOTHING) })),
    totals: view(rows.reduce(add, NOTHING)),
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

type Sums = Record<
  | 'sent'
  | 'captured'
  | 'failed'
  | 'parked'
  | 'attempts'
  | 'faulty'
  | 'slow'
  | 'failovers'
  | 'durationMs'
  | 'costMicros',
  number
>;

const NOTHING: Sums = {
  sent: 0,
  captured: 0,
  failed: 0,
  parked: 0,
  attempts: 0,
  faulty: 0,
  slow: 0,
  failovers: 0,
  durationMs: 0,
  costMicros: 0,
};

function add(total: Sums, sums: Sums): Sums {
  const names = Object.keys(NOTHING) as (keyof Sums)[];
  return Object.fromEntries(names.map((name) => [name, total[name] + sums[name]])) as Sums;
}

function view({ durationMs, costMicros, ...sums }: Sums): Figures {
  const { attempts, faulty } = sums;
  return {
    ...sums,
    averageMs: attempts > 0 ? Math.round(durationMs / attempts) : null,
    successRate: attempts > 0 ? (attempts - faulty) / attempts : null,
    cost: fromMicros(costMicros),
  };
}
