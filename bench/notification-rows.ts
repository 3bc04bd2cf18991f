import type postgres from 'postgres';
import { newId } from '@/lib/ids';

export const FEED_ITEMS = 1_000_000;
/** Entries of each person. */
export const FEED_OF = 100;
export const SUBJECTS = 200_000;

/** People with a feed, a third of which nobody has read. @returns some of them */
export async function writeFeed(sql: postgres.Sql): Promise<string[]> {
  await sql`
    insert into contacts (id, key, identity, name)
    select gen_random_uuid(), 'person ' || i, 'key:person ' || i, 'Person ' || i from generate_series(1, ${FEED_ITEMS / FEED_OF}) as i`;
  await sql`
    insert into feed_items (id, contact_id, notification_id, type, title, body, url, created_at, read_at)
    select gen_random_uuid(), c.id, gen_random_uuid(), 'low-balance', 'Low balance', repeat('Sofía has 3,500 left. ', 4), 'https://canteen.example/topup',
      now() - i * interval '1 hour', case when i % 3 > 0 then now() end
    from contacts c, generate_series(1, ${FEED_OF}) as i where c.identity like 'key:person %'`;
  await sql`vacuum analyze feed_items`;
  const rows = await sql<
    { id: string }[]
  >`select id from contacts where identity like 'key:person %' limit 1000`;
  return rows.map(({ id }) => id);
}

/** A daily rule that is due, over cards of which every other one has too little on it. @returns its id */
export async function writeRule(sql: postgres.Sql): Promise<string> {
  const [kindId, ruleId] = [newId(), newId()];
  const fields = [{ name: 'balance', type: 'number' }];
  await sql`insert into subject_kinds (id, key, title, fields) values (${kindId}, 'card', 'Card', ${sql.json(fields)})`;
  await sql`
    insert into subjects (id, kind_id, key, data)
    select gen_random_uuid(), ${kindId}, 'card ' || i, jsonb_build_object('balance', case when i % 2 = 0 then 3500 else 9000 end)
    from generate_series(1, ${SUBJECTS}) as i`;
  await sql`vacuum analyze subjects`;
  const conditions = [{ field: 'balance', op: 'lt', value: 5_000 }];
  await sql`
    insert into rules (id, title, kind_id, type, conditions, cron, time_zone, active, next_run_at)
    values (${ruleId}, 'Low balance', ${kindId}, 'low-balance', ${sql.json(conditions)}, '0 18 * * *', 'America/Asuncion', true, now() - interval '1 minute')`;
  return ruleId;
}
