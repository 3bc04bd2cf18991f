import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { makeOldDatabase, type OldDatabase } from '@/lib/testing/old-database';
import { migrate } from './migrate';

const [kept, sent, mixed, sandbox, gone, real] = Array.from({ length: 6 }, newId) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
let old: OldDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  old = await makeOldDatabase('relevo_migrate_sandbox', '0010_kept_in_the_sandbox');
  sql = old.sql;
  await sql`insert into providers (id, name, kind, channel, settings)
    values (${sandbox}, 'Sandbox', 'sandbox', 'email', '{}'), (${real}, 'Real', 'smtp', 'email', '{}')`;
  const take = async (id: string, provider: string, to: string[]) => {
    const outcomes = to.map((address) => ({ address, outcome: 'accepted', code: '250' }));
    await sql`
      insert into attempts (id, message_id, provider_id, provider, claim_no, started_at, finished_at, duration_ms, outcomes, candidates, cost_micros)
      values (${newId()}, ${id}, ${provider}, 'x', 1, now(), now(), 5, ${sql.json(outcomes)}, '[]', 100)`;
    for (const address of to)
      await sql`insert into events (id, message_id, type, at, recipient, provider_id) values (${newId()}, ${id}, 'sent', now(), ${address}, ${provider})`;
    if (provider !== real)
      await sql`insert into sandbox_messages (id, message_id, provider_id, from_email, recipients, subject)
        values (${newId()}, ${id}, ${provider}, '', ${to}, 'x')`;
  };
  for (const id of [kept, sent, mixed]) {
    const recipients = ['ana@example.com', 'ben@example.com'].map((address) => ({
      kind: 'to',
      address,
      status: 'accepted',
    }));
    await sql`
      insert into messages (id, status, priority, category, subject, recipients, recipient_addresses, tags, size_bytes, accepted_by_type, accepted_at, finished_at)
      values (${id}, 'sent', 2, 'transactional', 'x', ${sql.json(recipients)}, '{}', '{}', 100, 'token', now(), now())`;
  }
  // Of a provider that was deleted since.
  await take(kept, gone, ['ana@example.com', 'ben@example.com']);
  await take(sent, real, ['ana@example.com', 'ben@example.com']);
  await take(mixed, real, ['ana@example.com']);
  await take(mixed, sandbox, ['ben@example.com']);
  for (const provider of [sandbox, real])
    await sql`
      insert into delivery_days (day, provider_id, category, attempts_sent, attempts_failed, recipients_sent, cost_micros, messages_sent, last_used_at)
      values ('2026-11-01', ${provider}, 'transactional', 5, 1, 6, 600, 4, now())`;
  await migrate(old.url);
}, 60_000);

afterAll(() => old.drop());

it('calls what only a sandbox took captured, and leaves what was sent', async () => {
  const rows = await sql`
    select id, status, jsonb_path_query_array(recipients, '$[*].status') as recipients from messages order by id`;
  expect(rows).toEqual([
    { id: kept, status: 'captured', recipients: ['captured', 'captured'] },
    { id: sent, status: 'sent', recipients: ['accepted', 'accepted'] },
    { id: mixed, status: 'sent', recipients: ['accepted', 'captured'] },
  ]);
});

it('tells the same of attempts and events', async () => {
  const outcomes = await sql`
    select message_id as id, outcomes->0->>'outcome' as outcome, cost_micros::int as cost from attempts order by id`;
  expect(outcomes).toEqual([
    { id: kept, outcome: 'captured', cost: 0 },
    { id: sent, outcome: 'accepted', cost: 100 },
    { id: mixed, outcome: 'accepted', cost: 100 },
    { id: mixed, outcome: 'captured', cost: 0 },
  ]);
  const events = await sql`select message_id as id, type from events order by id`;
  expect(events.map(({ type }) => type)).toEqual([
    'captured',
    'captured',
    'sent',
    'sent',
    'sent',
    'captured',
  ]);
});

it('counts it apart', async () => {
  const rows = await sql`
    select provider_id as id, attempts_sent, attempts_captured, attempts_failed, messages_sent, messages_captured, recipients_sent, cost_micros::int as cost
    from delivery_days order by provider_id`;
  expect(rows).toEqual([
    {
      id: sandbox,
      attempts_sent: 0,
      attempts_captured: 5,
      attempts_failed: 1,
      messages_sent: 0,
      messages_captured: 4,
      recipients_sent: 0,
      cost: 0,
    },
    {
      id: real,
      attempts_sent: 5,
      attempts_captured: 0,
      attempts_failed: 1,
      messages_sent: 4,
      messages_captured: 0,
      recipients_sent: 6,
      cost: 600,
    },
  ]);
});
