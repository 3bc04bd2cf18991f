import { cachedCompanies } from '@/lib/companies/cache';
import { companyFilter } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { bucketsBetween } from '@/lib/metrics/buckets';
import type {
  Grouping,
  Metrics,
  MetricsByProvider,
  MetricsQuery,
  Period,
  Points,
} from '@/lib/metrics/schema';
import { getProvider } from '@/lib/providers/get';
import { listProviders } from '@/lib/providers/list';
import { currentSettings } from '@/lib/settings/current';
import { titlesOf } from '@/lib/templates/titles';
import { rangeOf } from './range';
import { type FigureRow, readFigures } from './read-figures';
import { readTopics, type Topic, topicOf } from './read-topics';
import { add, NOTHING, type Sums, viewFigures } from './sums';

/**
 * What was sent and what became of it, interval by interval, also those in which nothing was; days, weeks (from Monday) and months of the
 * zone that is asked for, else of the settings. Cost: hours of the range, twice with `compare`. @throws AppError validation_failed, not_found
 */
export async function getMetrics(ctx: Context, query: MetricsQuery): Promise<Metrics> {
  const { provider, by, compare } = query;
  const providerId = provider && (await getProvider(ctx, provider)).id;
  const { period, starts, rows } = await read(ctx, { ...query, providerId });
  const before = compare && {
    from: new Date(2 * Date.parse(period.from) - Date.parse(period.to)).toISOString(),
    to: period.from,
  };
  const earlier = before && (await readBefore(ctx, { ...query, ...before, providerId }));
  const { arrivedPercent } = (await currentSettings()).delivery.target;
  return {
    ...period,
    // As people write it: 99.9 divided by 100 is 0.9990000000000001.
    target: Math.round(arrivedPercent * 1e6) / 1e8,
    ...points(starts, rows),
    ...(before && earlier && { previous: { ...before, totals: viewFigures(totalOf(earlier)) } }),
    ...(by && { groups: await groupsOf(ctx, by, rows) }),
  };
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

type Wanted = MetricsQuery & { providerId?: string };

async function read(
  ctx: Context,
  query: Wanted,
): Promise<{ period: Period; starts: Date[]; rows: FigureRow[] }> {
  const companyId = await companyFilter(ctx, query.company);
  const timeZone = query.timeZone ?? (await settingsFor(companyId)).timeZone;
  // Of what providers cost, whoever reads it.
  const { currency } = (await currentSettings()).general;
  const { interval } = query;
  const { from, to } = rangeOf(query, timeZone);
  const starts = bucketsBetween(interval, from, to, timeZone);
  // A range that begins within a day has all of that day; within a week or a month only what was asked for of it.
  const [day] = bucketsBetween(interval === 'hour' ? 'hour' : 'day', from, to, timeZone) as [Date];
  const first = query.from ? day : starts[0]!;
  const wholeDays = interval !== 'hour' && timeZone === 'UTC';
  return {
    period: { interval, timeZone, currency, from: first.toISOString(), to: to.toISOString() },
    starts,
    rows: await readEither({
      ...query,
      topic: topicOf(query),
      companyId,
      starts,
      from: first,
      to,
      wholeDays,
    }),
  };
}

/** As one interval: only its totals are wanted. */
async function readBefore(ctx: Context, query: Wanted & { from: string; to: string }): Promise<FigureRow[]> {
  return readEither({
    ...query,
    by: undefined,
    topic: topicOf(query),
    companyId: await companyFilter(ctx, query.company),
    starts: [new Date(query.from)],
    from: undefined,
    to: new Date(query.to),
    wholeDays: false,
  });
}

/** Figures of a template or a campaign stand in a table of their own. */
function readEither({ topic, ...wanted }: Parameters<typeof readFigures>[0] & { topic: Topic | null }) {
  return topic
    ? readTopics({ ...wanted, topic, from: wanted.from ?? wanted.starts[0]! })
    : readFigures(wanted);
}

/** A point of each interval, also where nothing was, and all of them together. */
function points(starts: Date[], rows: FigureRow[]): Points {
  const buckets = new Map<number, Sums>();
  for (const row of rows) buckets.set(row.bucket, add(buckets.get(row.bucket) ?? NOTHING, row));
  return {
    data: starts.map((at, index) => ({
      at: at.toISOString(),
      ...viewFigures(buckets.get(index + 1) ?? NOTHING),
    })),
    totals: viewFigures(totalOf(rows)),
  };
}

function totalOf(rows: Partial<Sums>[]): Sums {
  return rows.reduce<Sums>(add, NOTHING);
}

async function groupsOf(ctx: Context, by: Grouping, rows: FigureRow[]): Promise<Metrics['groups']> {
  const names = await namesOf(ctx, by, rows);
  return [...Map.groupBy(rows, ({ group }) => group)]
    .map(([key, own]) => {
      const name = key === null ? null : names ? (names.get(key) ?? null) : key;
      return { key, name, totals: viewFigures(totalOf(own)) };
    })
    .sort((a, b) => b.totals.sent + b.totals.failed - a.totals.sent - a.totals.failed);
}

/** Null: the keys are what they are called. */
async function namesOf(ctx: Context, by: Grouping, rows: FigureRow[]): Promise<Map<string, string> | null> {
  if (by === 'provider') {
    const { data } = await listProviders(ctx);
    return new Map(data.map(({ id, name }) => [id, name]));
  }
  if (by === 'company')
    return new Map([...(await cachedCompanies())].map(([id, { name }]) => [id, name] as const));
  if (by === 'template') return titlesOf([...new Set(rows.flatMap(({ group }) => group ?? []))]);
  return null;
}
