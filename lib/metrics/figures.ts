import { sql } from '@/lib/database/db';
import { COUNT_COLUMNS } from './counts';
import { DIMENSION_COLUMNS } from './dimensions';
import { FOLDED_UNTIL } from './grain';

type Range = {
  /** Nothing before this moment; absent: all there is. */
  from?: Date;
  /** From the UTC day of this moment on in rows of at most an hour; absent: from yesterday on. Before it whole days do. */
  hoursFrom?: Date;
};

/**
 * What was counted, as an expression to select from: `at` (the beginning of the minute, hour, part of an hour or day), the dimensions and
 * the counts. A row belongs to the period its beginning lies in. Days and hours are folded by a job; what it may still have to fold is
 * read from the minutes themselves, so the figures are never late, however long no worker ran.
 *
 * Cost: each branch is a range of its table's primary key, which begins with the time. Days for what is old, at most two days of
 * hours beside `hoursFrom`, two hours of minutes: some thousand rows, however many messages there were.
 */
export function deliveryFigures({ from, hoursFrom }: Range = {}) {
  const counts = sql().unsafe(`${DIMENSION_COLUMNS}, ${COUNT_COLUMNS}, last_used_at`);
  const since = from ? sql()`${from}::timestamptz` : sql()`'-infinity'::timestamptz`;
  const hours = hoursFrom ? sql()`${hoursFrom}::timestamptz` : sql()`now() - interval '24 hours'`;
  return sql()`(
    with folded as (select ${sql().unsafe(FOLDED_UNTIL)} as until from delivery_hours),
    days as (
      -- Whole days only, and none that the job may still have to fold. Spelt in hours: a day of the session's zone may have 23.
      select ${since} as since, coalesce(until, '-infinity') as hours_until,
        date_trunc('day', ${since} + interval '24 hours' - interval '1 microsecond', 'utc') as begin,
        least(date_trunc('day', ${hours}, 'utc'), date_trunc('day', coalesce(until, 'infinity'), 'utc')) as until
      from folded
    )
    select day::timestamp at time zone 'utc' as at, ${counts} from days, delivery_days
    where day >= (days.begin at time zone 'utc')::date and day < (days.until at time zone 'utc')::date
    union all
    select hour, ${counts} from days, delivery_hours where hour >= since and hour < least(days.begin, hours_until)
    union all
    select hour, ${counts} from days, delivery_hours where hour >= greatest(days.begin, days.until) and hour < hours_until
    union all
    select minute, ${counts} from days, delivery_minutes where minute >= greatest(since, hours_until)
  )`;
}
