import { sql } from '@/lib/database/db';
import { wakeUp } from '@/lib/queue/wake';
import { pausedNow } from './paused-priorities';

const MOST_PER_RUN = 20_000;

/**
 * The second net below the queue: wakes messages that are due for a minute while no job will wake them (its job was lost or
 * its lease ran out), but for those in a line, whom workers take out of it. A message due before the oldest job that still waits has been passed by, so it has no job of its own.
 * Those of a paused priority wait for its resumption or their deadline: until then their jobs would end without work.
 * @returns how many were woken
 */
export async function reconcileMessages(): Promise<number> {
  const [row] = await sql()<{ woken: number }[]>`
    with oldest as (
      select task_identifier, priority, min(run_at) as run_at
      from graphile_worker.jobs
      where task_identifier in ('deliver', 'deliver-urgent') and locked_at is null and attempts < max_attempts
      group by task_identifier, priority
    ),
    lost as (
      select m.id, m.priority, m.due_at
      from messages m
      left join oldest o on o.priority = m.priority
        and o.task_identifier = case when m.priority = 0 then 'deliver-urgent' else 'deliver' end
      where m.due_at < now() - interval '1 minute'
        and m.due_at < coalesce(o.run_at, 'infinity'::timestamptz)
        and (m.claimed_until is null or m.claimed_until < now())
        and m.reason is distinct from 'paced' and m.reason is distinct from 'no_room'
        -- Those of a campaign under way are taken up by it; of one that is paused they wait until it goes on.
        and (m.campaign_id is null or m.campaign_id not in (select id from campaigns where finished_at is null))
        and (m.priority <> all(${pausedNow()}) or m.expires_at <= now())
      order by m.due_at
      limit ${MOST_PER_RUN}
    ),
    ${wakeUp('lost')}
    select (select count(*)::int from lost) as woken, woken.jobs from woken`;
  return row?.woken ?? 0;
}
