import { sql } from '@/lib/db';

/**
 * All that was counted, as an expression to select from: `at` (the beginning of the day, hour or minute), provider_id, category and the
 * counts. Days and hours are folded by a job; the last hour or two come from the minutes themselves, so the figures are never late.
 */
export function deliveryFigures() {
  const counts = sql()`
    provider_id, category, attempts_sent, attempts_failed, attempts_faulty, attempts_slow, duration_ms_sum, cost_micros, failovers,
    messages_sent, messages_failed, messages_parked, last_used_at`;
  const yesterday = sql()`date_trunc('day', now(), 'utc') - interval '1 day'`;
  const lastHour = sql()`date_trunc('hour', now()) - interval '1 hour'`;
  return sql()`(
    select day::timestamp at time zone 'utc' as at, ${counts} from delivery_days
    where day < (${yesterday})::date
    union all
    select hour, ${counts} from delivery_hours where hour >= ${yesterday} and hour < ${lastHour}
    union all
    select minute, ${counts} from delivery_minutes where minute >= ${lastHour}
  )`;
}
