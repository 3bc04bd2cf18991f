import type postgres from 'postgres';
import { newId } from '@/lib/ids';
import { writeHistory } from './history-rows';

const ATTEMPTS_A_MINUTE_DAYS = 2;

/** Messages of two companies and two categories, with an attempt and three events each, and one recipient to whom a hundred of them went. */
export async function writeFigureRows(sql: postgres.Sql, rows: number): Promise<void> {
  const company = newId();
  await sql`insert into companies (id, key, name) values (${company}, 'school', 'School')`;
  await writeHistory(sql, rows, {
    tags: () => `'{}'::text[]`,
    category: `case when i % 10 = 0 then 'marketing' else 'transactional' end`,
    companyId: `case when i % 2 = 0 then '${company}'::uuid end`,
  });
  const weeks = await sql<{ name: string }[]>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'events'::regclass`;
  // Ids beside those that they follow, as events of one message have.
  for (const { name } of weeks)
    await sql.unsafe(`
      insert into ${name} (id, message_id, company_id, type, at, recipient, provider_id)
      select (left(id::text, 24) || substr(md5(id::text), 1, 12))::uuid, message_id, company_id, 'opened', at, recipient, provider_id
      from ${name} where type = 'sent'`);
  await sql`vacuum analyze`;
}

/** What so many attempts of the last days have counted, by the minute, as far as it is not folded yet. */
export async function writeMinutes(sql: postgres.Sql, attempts: number): Promise<number> {
  const [row] = await sql<[{ minutes: number }]>`
    with written as (
      insert into delivery_minutes (minute, provider_id, category, slot, messages_sent, attempts_sent, recipients_sent, last_used_at)
      select minute, p.id, category, slot, n, n, n, minute
      from generate_series(date_trunc('minute', now()) - make_interval(days => ${ATTEMPTS_A_MINUTE_DAYS}),
          date_trunc('minute', now()) - interval '1 minute', interval '1 minute') minute,
        (select id from providers limit 1) p, unnest('{transactional,marketing}'::text[]) category, generate_series(0, 3) slot,
        (select ceil(${attempts}::numeric / (${ATTEMPTS_A_MINUTE_DAYS} * 1440 * 8))::int as n) share
      on conflict do nothing returning 1
    )
    select count(*)::int as minutes from written`;
  await sql`analyze delivery_minutes`;
  return row.minutes;
}
