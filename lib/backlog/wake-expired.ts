import { sql } from '@/lib/database/db';
import { wakeUp } from '@/lib/queue/wake';

const MOST_PER_RUN = 20_000;

/**
 * Messages whose deadline has passed and that nobody will wake: parked until somebody does something, or in a line. They are made due and
 * then ended.
 */
export async function wakeExpired(): Promise<number> {
  const isOver = sql()`
    expires_at <= now() and (claimed_until is null or claimed_until < now())
    and (status = 'parked' and due_at is null or reason in ('paced', 'no_room'))`;
  const over = await sql()<{ id: string }[]>`select id from messages where ${isOver} limit ${MOST_PER_RUN}`;
  if (over.length === 0) return 0;
  const ids = over.map(({ id }) => id).toSorted();
  const [row] = await sql()<{ woken: number }[]>`
    with expired as (
      update messages set due_at = now(), finished_at = null, reason = null
      where id = any(${ids}::uuid[]) and id between ${ids[0]!} and ${ids.at(-1)!} and ${isOver}
      returning id, priority, due_at
    ),
    ${wakeUp('expired')}
    select (select count(*)::int from expired) as woken, woken.jobs from woken`;
  return row?.woken ?? 0;
}
