import type postgres from 'postgres';
import { newId } from '@/lib/ids';
import { type Variety, writeHistory } from './history-rows';

const OTHERS = 20_000;

/** Values that nearly all rows have, that one in twenty has, that only old ones of each week have, that all of one old week have, and three of the oldest. */
export async function writeListRows(sql: postgres.Sql, rows: number): Promise<{ rareProvider: string }> {
  const [common, rare] = [newId(), newId()];
  await sql`insert into companies (id, key, name) values (${common}, 'common', 'Common'), (${rare}, 'rare', 'Rare')`;
  const half = Math.floor(rows / 5 / 2);
  const variety: Variety = {
    tags: (week) =>
      `(array['receipt', 'branch-' || i % 20${week === 3 ? ", 'spring'" : ''}] || case when i < ${half} then array['newsletter'] else '{}' end)`,
    category: `case when i % 10 = 0 then 'marketing' else 'transactional' end`,
    companyId: `case when i % 2 = 0 then '${common}'::uuid end`,
  };
  await writeHistory(sql, rows, variety);
  const rareProvider = newId();
  await sql`
    insert into providers (id, name, kind, channel, settings, active) values (${rareProvider}, 'rare', 'sandbox', 'email', '{}', false)`;
  const some = (count: number, skip: number) =>
    sql`select id from messages order by id limit ${count} offset ${skip}`;
  await sql`update messages set provider_id = ${rareProvider}, company_id = ${rare}, tags = '{rare}' where id in (${some(3, 10)})`;
  await sql`
    update message_bodies set words = array_to_tsvector('{raro,#rare,=rare@example.org,%transactional}') where message_id in (${some(3, 10)})`;
  for (const [index, status] of ['failed', 'bounced', 'parked', 'uncertain'].entries())
    await sql`update messages set status = ${status} where id in (${some(50, 100 + index * 50)})`;
  await writeOthers(sql);
  await sql`vacuum analyze`;
  return { rareProvider };
}

/** Captures, tests and changes of a provider, drills: more than is kept of some. */
async function writeOthers(sql: postgres.Sql): Promise<void> {
  await sql`
    insert into sandbox_messages (id, message_id, provider_id, from_email, recipients, subject)
    select gen_random_uuid(), m.id, p.id, 'a@example.com', '{b@example.com}', 'x'
    from (select id from messages order by id desc limit ${OTHERS}) m, (select id from providers limit 1) p`;
  const numbers = sql`generate_series(1, ${OTHERS}) as i, (select id from providers where name = 'sink') p`;
  await sql`
    insert into provider_tests (id, provider_id, ok, steps, duration_ms) select gen_random_uuid(), p.id, true, '[]', 1 from ${numbers}`;
  await sql`
    insert into provider_changes (id, provider_id, at, type, actor)
    select gen_random_uuid(), p.id, now() - i * interval '1 minute', 'breaker_opened', 'system' from ${numbers}`;
  await sql`
    insert into drills (id, provider_id, mode, started_at, ends_at, started_by)
    select gen_random_uuid(), p.id, 'down', now() - i * interval '1 hour', now() - i * interval '1 hour', 'system' from ${numbers} where i <= 2000`;
  await sql`
    insert into delivery_hours (hour, provider_id, channel, company_id, type, category, attempts_sent, messages_sent, last_used_at)
    select date_trunc('hour', now()) - i * interval '1 hour', p.id, 'email', '00000000-0000-0000-0000-000000000000', '', 'transactional', 100, 100, now()
    from ${numbers} where i <= 840`;
}
