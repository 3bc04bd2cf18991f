import { sql } from '@/lib/db';
import { wakeUp } from '@/lib/queue/wake';

const MOST_PER_RUN = 20_000;

/** Messages that are parked until somebody does something, and whose deadline has passed: nobody will wake them, so they are made due and then ended. */
export async function wakeExpired(): Promise<number> {
  const [row] = await sql()<{ woken: number }[]>`
    with over as (
      select id from messages
      where status = 'parked' and due_at is null and expires_at <= now()
      limit ${MOST_PER_RUN}
      for update skip locked
    ),
    expired as (
      update messages m set due_at = now(), finished_at = null from over where m.id = over.id
      returning m.id, m.priority, m.due_at
    ),
    ${wakeUp('expired')}
    select (select count(*)::int from expired) as woken, woken.jobs from woken`;
  return row?.woken ?? 0;
}
