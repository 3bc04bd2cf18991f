import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { currentSettings } from '@/lib/settings/current';
import { addExcluded, COUNT_COLUMNS, COUNT_SUMS, COUNTS, FIGURES_LOCK } from './counts';
import { BY_TIME_AND_DIMENSIONS as BY, DIMENSION_COLUMNS } from './dimensions';
import { binned, currentGrain, FOLDED_UNTIL } from './grain';
import { FAILOVERS_ANEW } from './rebuild-failovers';
import { recount } from './recount';
import { RESPONSES_ANEW } from './responses';
import { foldSince } from './roll-up';
import { topicsAnew } from './topics';

export type Rebuilt = {
  /** Figures from here on were computed anew; older ones are left as they were. */
  since: string;
  hours: number;
  days: number;
};

/**
 * Computes the figures anew from the attempts, messages and events that are still there, as the counting would have. Deliveries go on
 * meanwhile: the last minutes are corrected by the difference between both, both read in the same snapshot. Run again, it changes nothing.
 */
export async function rebuildRollUps(ctx: Context): Promise<Rebuilt> {
  const { slowSeconds } = (await currentSettings()).delivery.healing;
  const grain = await currentGrain();
  // Noted before it begins: the work may take longer than a transaction of `mutation` may.
  await mutation(ctx, 'metrics.rebuild', async () => ({ result: undefined, subjectId: null }));
  const results = await sql().unsafe(steps(slowSeconds * 1000, grain).join(';\n'));
  return results.at(-1)![0] as Rebuilt;
}

/** Sent as one message: one transaction, in which each statement sees what was committed until it begins. */
function steps(slowMs: number, grain: number): string[] {
  return [
    `select pg_advisory_xact_lock(${FIGURES_LOCK})`,
    // The pool is tuned for finding single rows.
    'set local enable_seqscan = on; set local enable_hashjoin = on; set local enable_mergejoin = on',
    `create temp table bounds on commit drop as ${BOUNDS}`,
    `create temp table recounted on commit drop as ${difference(slowMs, grain)}`,
    `insert into delivery_minutes as d (minute, ${DIMENSION_COLUMNS}, slot, ${COUNT_COLUMNS}, last_used_at)
     select at, ${DIMENSION_COLUMNS}, 0, ${each((count) => `${count} - ${count}_known`)}, last_used_at
     from recounted, bounds
     where at >= fold_since and (${each((count) => `${count} <> ${count}_known`, ' or ')})
     order by at, ${DIMENSION_COLUMNS}
     on conflict (minute, ${DIMENSION_COLUMNS}, slot) do update
       set ${addExcluded('d')}`,
    'delete from delivery_hours using bounds where hour >= since',
    "delete from delivery_days using bounds where day >= (since at time zone 'utc')::date",
    `insert into delivery_hours (hour, ${DIMENSION_COLUMNS}, ${COUNT_COLUMNS}, last_used_at)
     select at, ${DIMENSION_COLUMNS}, ${COUNT_COLUMNS}, last_used_at
     from recounted, bounds where at < fold_since order by at, ${DIMENSION_COLUMNS}`,
    `insert into delivery_days (day, ${DIMENSION_COLUMNS}, ${COUNT_COLUMNS}, last_used_at)
     select (hour at time zone 'utc')::date, ${DIMENSION_COLUMNS}, ${COUNT_SUMS}, max(last_used_at)
     from delivery_hours, bounds where hour >= since group by ${BY} order by ${BY}`,
    ...foldSince('(select fold_since from bounds)', grain),
    ...FAILOVERS_ANEW,
    ...RESPONSES_ANEW,
    ...topicsAnew(recount('(select since from bounds)', slowMs), grain),
    `select to_char(since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since, (select count(*)::int from delivery_hours where hour >= since) as hours,
       (select count(*)::int from delivery_days where day >= (since at time zone 'utc')::date) as days
     from bounds`,
  ];
}

/**
 * `since`: the oldest week whose messages are all still there; three days later when older figures tell that some were forgotten, since
 * messages of the week before were being retried until then, and their attempts went with them.
 * `fold_since`: minutes after it may still be counted and folded, so they are corrected; hours before it are written anew.
 */
const BOUNDS = `
  select since, greatest(since, least(
    date_trunc('hour', now(), 'utc') - interval '72 hours',
    (select ${FOLDED_UNTIL} from delivery_hours))) as fold_since
  from (
    select case when exists (select from delivery_days where day < (begin at time zone 'utc')::date)
      then begin + interval '72 hours' else begin end as since
    from (
      select min(to_date(right(relname, 8), 'YYYYMMDD'))::timestamp at time zone 'utc' as begin
      from pg_class where relispartition and relkind = 'r' and relname ~ '^attempts_[0-9]{8}$'
    ) oldest
  ) whole`;

/** By minute where minutes are corrected, by the rows of hours before; with what was counted, as the same snapshot shows it. */
function difference(slowMs: number, grain: number): string {
  return `
    with told as (
      select case when at >= fold_since then date_trunc('minute', at) else ${binned('at', grain)} end as at, ${DIMENSION_COLUMNS},
        ${COUNT_SUMS}, max(at) as last_used_at
      from bounds, (${recount('(select since from bounds)', slowMs)}) each
      group by ${BY}
    ),
    counted as (
      select minute as at, ${DIMENSION_COLUMNS}, ${COUNT_SUMS}
      from bounds, delivery_minutes where minute >= fold_since group by ${BY}
    )
    select at, ${DIMENSION_COLUMNS}, coalesce(told.last_used_at, at) as last_used_at,
      ${each((count) => `coalesce(told.${count}, 0) as ${count}, coalesce(counted.${count}, 0) as ${count}_known`)}
    from told full join counted using (at, ${DIMENSION_COLUMNS})`;
}

function each(expression: (count: string) => string, between = ', '): string {
  return COUNTS.map(expression).join(between);
}
