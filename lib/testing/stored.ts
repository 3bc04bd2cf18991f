import { sql } from '@/lib/database/db';

/** Everything that an accepted message leaves behind. */
export async function countStored() {
  const [row] = await sql()`
    select (select count(*)::int from messages) as messages, (select count(*)::int from message_bodies) as bodies,
      (select count(*)::int from attachments) as attachments, (select count(*)::int from events) as events,
      (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from graphile_worker.jobs) as jobs`;
  return row;
}
