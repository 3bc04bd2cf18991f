import { sql } from '@/lib/database/db';
import { wakeUp } from '@/lib/queue/wake';

const MOST_PER_RUN = 20_000;

/**
 * Messages whose deadline has passed and that nobody will wake: parked until somebody does something, or in a line. They are made due and
 * then ended.
 */
export async function wakeExpired(): Promise<number> {
  const [row] = await sql()<{ woken: number }[]>`
    with over as (
      select id from messages
      where expires_at <= now() and (claimed_until is null or claimed_until < now())
        and (status = 'parked' and due_at is null or reason in ('paced', 'no_room'))
      limit ${MOST_PER_RUN}
      for update skip locked
    ),
    expired as (
      update messages m set due_at = now(), finished_at = null, reason = null from over where m.id = over.id
      returning m.id, m.priority, m.due_at
    ),
    ${wakeUp('expired')}
    select (select count(*)::int from expired) as woken, woken.jobs from woken`;
  return row?.woken ?? 0;
}
