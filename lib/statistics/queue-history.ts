import { companyFilter } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { bucketsBetween } from '@/lib/metrics/buckets';
import type { QueueHistory, QueueHistoryQuery } from '@/lib/metrics/schema';
import { PRIORITIES } from '@/lib/queue/priority';
import { rangeOf } from './range';

type Row = { bucket: number; looks: number; waiting: number; oldest: number };

/**
 * How much waited for its turn, interval by interval, by the looks of each minute. Cost: rows of the hours of the range, of days where it is
 * older than hours are kept; those are days of UTC. @throws AppError validation_failed, not_found
 */
export async function getQueueHistory(ctx: Context, query: QueueHistoryQuery): Promise<QueueHistory> {
  const { interval, channel, priority } = query;
  const companyId = await companyFilter(ctx, query.company);
  const timeZone = query.timeZone ?? (await settingsFor(companyId)).timeZone;
  const { from, to } = rangeOf(query, timeZone);
  const starts = bucketsBetween(interval, from, to, timeZone);
  const isOfThem = sql()`channel = '' or (${companyId}::uuid is null or company_id = ${companyId})
    and (${channel ?? null}::text is null or channel = ${channel ?? null})
    and (${priority ?? null}::text is null or priority = ${priority ? PRIORITIES.indexOf(priority) : null}::smallint)`;
  const rows = await sql()<Row[]>`
    select width_bucket(at, ${starts.map((at) => at.toISOString())}::timestamptz[]) as bucket, sum(looks)::int as looks, sum(waiting_sum)::float8 as waiting,
      max(oldest_seconds) as oldest
    from (
      select hour as at, looks, waiting_sum, oldest_seconds from queue_hours
      where hour >= ${starts[0]!} and hour < ${to} and (${isOfThem})
      union all
      select day::timestamp at time zone 'utc', looks, waiting_sum, oldest_seconds from queue_days
      where day >= (${starts[0]!}::timestamptz at time zone 'utc')::date and day < (${to}::timestamptz at time zone 'utc')::date and (${isOfThem})
    ) looks
    group by 1`;
  const known = new Map(rows.map((row) => [row.bucket, row]));
  return {
    interval,
    timeZone,
    from: starts[0]!.toISOString(),
    to: to.toISOString(),
    data: starts.map((at, index) => ({ at: at.toISOString(), ...viewOf(known.get(index + 1)) })),
  };
}

/** Nobody looked: no worker ran. */
const UNKNOWN = { waiting: null, oldestSeconds: null };

function viewOf(row: Row | undefined): { waiting: number | null; oldestSeconds: number | null } {
  if (!row || row.looks === 0) return UNKNOWN;
  return { waiting: Math.round((row.waiting / row.looks) * 10) / 10, oldestSeconds: row.oldest };
}
