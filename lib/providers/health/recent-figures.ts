import { sql } from '@/lib/database/db';

/**
 * What a provider has done lately, as a lateral `recent` (attempts, faulty, duration_ms) beside `provider_health h`. Counted since the breaker
 * closed last: what happened before it opened says nothing of the provider now.
 */
export function recentFigures(windowMinutes: number) {
  const since = sql()`now() - make_interval(mins => ${windowMinutes})`;
  return sql()`
    lateral (
      select coalesce(sum(attempts_sent + attempts_captured + attempts_failed), 0)::int as attempts, coalesce(sum(attempts_faulty), 0)::int as faulty,
        coalesce(sum(duration_ms_sum), 0)::float8 as duration_ms
      from delivery_minutes m
      where m.provider_id = h.provider_id and m.minute > ${since} and m.minute >= coalesce((
        select max(c.at) from provider_changes c
        where c.provider_id = h.provider_id and c.type = 'breaker_closed' and c.at > ${since}), '-infinity')
    ) recent`;
}
