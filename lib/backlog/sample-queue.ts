import { sql } from '@/lib/database/db';
import { DUE, OPEN, SENDING } from '@/lib/messages/waiting';

/** Hours are kept for so long; of what is older, days. */
const HOURS_KEPT = "interval '62 days'";

/**
 * Each minute: what waits now and how long the oldest of it has, into the hour. Reads the index of what is not at rest (`counts.ts`). A look at
 * an empty queue is counted as well.
 */
export async function sampleQueue(): Promise<void> {
  await sql().unsafe(`
    insert into queue_hours as q (hour, company_id, channel, priority, looks, waiting_sum, oldest_seconds)
    select date_trunc('hour', now(), 'utc'), company_id, channel, priority, looks, waiting, oldest
    from (
      select coalesce(company_id, '00000000-0000-0000-0000-000000000000') as company_id, channel, priority, 0 as looks, count(*) as waiting,
        coalesce(greatest(0, extract(epoch from now() - min(due_at))), 0)::int as oldest
      from messages where ${OPEN} and ${DUE} and not ${SENDING}
      group by 1, 2, 3
      union all select '00000000-0000-0000-0000-000000000000', '', 0, 1, 0, 0
    ) look
    order by company_id, channel, priority
    on conflict (hour, company_id, channel, priority) do update
      set looks = q.looks + excluded.looks, waiting_sum = q.waiting_sum + excluded.waiting_sum,
        oldest_seconds = greatest(q.oldest_seconds, excluded.oldest_seconds)`);
}

/** Nightly. A day is folded as a whole, so whatever fails is done the next night. */
export async function foldQueueHistory(): Promise<void> {
  await sql().unsafe(`
    with old as (
      delete from queue_hours where hour < date_trunc('day', now() - ${HOURS_KEPT}, 'utc') returning *
    )
    insert into queue_days as q (day, company_id, channel, priority, looks, waiting_sum, oldest_seconds)
    select (hour at time zone 'utc')::date as day, company_id, channel, priority, sum(looks), sum(waiting_sum), max(oldest_seconds)
    from old group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (day, company_id, channel, priority) do update
      set looks = q.looks + excluded.looks, waiting_sum = q.waiting_sum + excluded.waiting_sum,
        oldest_seconds = greatest(q.oldest_seconds, excluded.oldest_seconds)`);
}
