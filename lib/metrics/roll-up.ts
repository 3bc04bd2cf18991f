import { sql } from '@/lib/database/db';
import { COUNT_COLUMNS, COUNT_SUMS, COUNTS_FROM_EXCLUDED, FIGURES_LOCK } from './counts';
import { BY_TIME_AND_DIMENSIONS as BY, DIMENSION_COLUMNS, sameDimensions } from './dimensions';
import { binned, currentGrain, FOLDED_UNTIL } from './grain';
import { foldTopics } from './topics';

/** Minutes are kept for this long, so that an hour can be folded anew when something was counted late. */
const MINUTES_KEPT = "interval '3 days'";

/**
 * Folds minutes into hours and hours into days, each minute. The hours since the newest but one are computed anew from all their
 * minutes: what was counted late is in, a worker that was away catches up, and running twice changes nothing. Minutes are forgotten
 * once they are old and their hour will not be folded again. While another folds or rebuilds it does nothing: waiting would hold a
 * worker's place and connection each minute anew.
 */
export async function rollUp(): Promise<void> {
  const grain = await currentGrain();
  // A block is one transaction without the dangers of `begin` on a connection that may be lost (facts T4), and each of its
  // statements sees what was committed before the lock was taken.
  await sql().unsafe(`
    do $$ declare
      fold_since timestamptz;
    begin
      if pg_try_advisory_xact_lock(${FIGURES_LOCK}) then
        select coalesce(${FOLDED_UNTIL}, '-infinity') into fold_since from delivery_hours;
        ${foldSince('fold_since', grain).join(';\n')};
        ${foldTopics(grain)};
        delete from delivery_minutes
        where minute < least(now() - ${MINUTES_KEPT}, (select ${FOLDED_UNTIL} from delivery_hours));
      end if;
    end $$`);
}

/**
 * Statements that compute hours and days anew from `since` on, an expression for the beginning of an hour. Read a range of the primary key of
 * each table; the rows are in the order of their keys, as everybody writes them.
 */
export function foldSince(since: string, grain: number): string[] {
  return [
    // Finer than they are wanted now: the zone was another one.
    `delete from delivery_hours where hour >= ${since} and hour <> ${binned('hour', grain)}`,
    `with start as (select ${since} as hour),
    hours as (
      insert into delivery_hours (hour, ${DIMENSION_COLUMNS}, ${COUNT_COLUMNS}, last_used_at)
      select ${binned('minute', grain)}, ${DIMENSION_COLUMNS}, ${COUNT_SUMS}, max(last_used_at)
      from start, delivery_minutes where minute >= start.hour
      group by ${BY} order by ${BY}
      on conflict (hour, ${DIMENSION_COLUMNS}) do update set ${COUNTS_FROM_EXCLUDED}, last_used_at = excluded.last_used_at
      returning *
    )
    insert into delivery_days (day, ${DIMENSION_COLUMNS}, ${COUNT_COLUMNS}, last_used_at)
    select (hour at time zone 'utc')::date, ${DIMENSION_COLUMNS}, ${COUNT_SUMS}, max(last_used_at)
    from (
      select * from hours
      union all
      -- The other hours of those days, as this snapshot shows them: they stay as they were.
      select other.* from delivery_hours other
      where other.hour >= (select date_trunc('day', min(hours.hour), 'utc') from hours)
        and not exists (
          select from hours
          where hours.hour = other.hour and ${sameDimensions('hours', 'other')})
    ) known
    group by ${BY} order by ${BY}
    on conflict (day, ${DIMENSION_COLUMNS}) do update set ${COUNTS_FROM_EXCLUDED}, last_used_at = excluded.last_used_at`,
  ];
}
