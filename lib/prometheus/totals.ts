import { TOOK_COLUMNS } from '@/drizzle/latency';
import { remember } from '@/lib/async/memory';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deliveryFigures } from '@/lib/metrics/figures';
import { RESPONSES, type Response } from '@/lib/metrics/response-names';
import { responseColumns } from '@/lib/statistics/sums';

const COUNTED = [
  'sent',
  'captured',
  'failed',
  'parked',
  'attemptsSent',
  'attemptsCaptured',
  'attemptsFailed',
  'faulty',
  'failovers',
  'recipients',
  'costMicros',
  'durationMs',
  ...RESPONSES,
] as const;
type Counted = (typeof COUNTED)[number] | Response;

/** All that was ever counted, of one provider, channel and category. */
export type Totals = Record<Counted, number> & {
  providerId: string;
  channel: string;
  category: string;
  /** How many attempts took how long. */
  took: number[];
};

const DAY_MS = 86_400_000;
/** Of days that are over only late opens and bounces still change, and a rebuild. */
const KEPT_MS = 600_000;

type Rows = Partial<Totals>[];
/** By company. */
const old = new Map<string | null, { until: number; readAt: number; rows: Promise<Rows> }>();

/**
 * Counters begin with the first message and only grow, so that a restart of this process resets nothing. Cost: the figures of two days; those before are
 * read every ten minutes, days as one row each, and never messages.
 */
export async function readTotals(ctx: Pick<Context, 'companyId'>, now: Date): Promise<Totals[]> {
  const yesterday = new Date(Math.floor(now.getTime() / DAY_MS - 1) * DAY_MS);
  const rows = await Promise.all([readOld(ctx, yesterday, now), read(ctx, { from: yesterday })]);
  const totals = new Map<string, Totals>();
  for (const row of rows.flat()) {
    const key = [row.providerId, row.channel, row.category].join('\n');
    totals.set(key, add(totals.get(key), row));
  }
  return [...totals.values()];
}

function readOld(ctx: Pick<Context, 'companyId'>, until: Date, now: Date): Promise<Rows> {
  const known = old.get(ctx.companyId);
  if (known?.until === until.getTime() && now.getTime() - known.readAt < KEPT_MS) return known.rows;
  const rows = read(ctx, { until });
  old.set(ctx.companyId, { until: until.getTime(), readAt: now.getTime(), rows });
  rows.catch(() => old.delete(ctx.companyId));
  return rows;
}

remember(forgetTotals);

/** Reads all anew the next time; for tests. */
export function forgetTotals(): void {
  old.clear();
}

async function read(
  { companyId }: Pick<Context, 'companyId'>,
  { from, until }: { from?: Date; until?: Date },
): Promise<Rows> {
  const before = (column: string) => (until ? sql()`and ${sql()(column)} < ${until}` : sql()``);
  const took = sql().unsafe(`array[${TOOK_COLUMNS.map((column) => `sum(${column})`)}]::float8[] as took`);
  const [delivered, responded] = await Promise.all([
    sql()<Rows>`
      select provider_id as "providerId", channel, category, sum(messages_sent)::float8 as sent, sum(messages_captured)::float8 as captured,
        sum(messages_failed)::float8 as failed, sum(messages_parked)::float8 as parked, sum(attempts_sent)::float8 as "attemptsSent",
        sum(attempts_captured)::float8 as "attemptsCaptured", sum(attempts_failed)::float8 as "attemptsFailed", sum(attempts_faulty)::float8 as faulty,
        sum(failovers)::float8 as failovers, sum(recipients_sent)::float8 as recipients, sum(cost_micros)::float8 as "costMicros",
        sum(duration_ms_sum)::float8 as "durationMs", ${took}
      from ${deliveryFigures({ from, hoursFrom: from })} figures where ${scopedSql({ companyId })} ${before('at')}
      group by 1, 2, 3`,
    sql()<Rows>`
      select provider_id as "providerId", channel, category, ${responseColumns()} from response_counts
      where ${from ? sql()`quarter >= ${from}` : sql()`true`} ${before('quarter')} and ${scopedSql({ companyId })}
      group by 1, 2, 3`,
  ]);
  return [...delivered, ...responded];
}

function add(total: Totals | undefined, row: Partial<Totals>): Totals {
  const numbers = COUNTED.map((name) => [name, (total?.[name] ?? 0) + (row[name] ?? 0)]);
  const took = TOOK_COLUMNS.map((_, n) => (total?.took[n] ?? 0) + (row.took?.[n] ?? 0));
  const { providerId, channel, category } = { ...total, ...row } as Totals;
  return { ...(Object.fromEntries(numbers) as Totals), providerId, channel, category, took };
}
