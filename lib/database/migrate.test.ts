import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { wordsOf } from '@/lib/messages/words';
import { makeOldDatabase, type OldDatabase } from '@/lib/testing/old-database';
import { migrate } from './migrate';

describe('rooms and companies, of a system that was in use', () => {
  const [user, token, provider, parked, sent] = Array.from({ length: 5 }, newId) as [
    string,
    string,
    string,
    string,
    string,
  ];
  let old: OldDatabase;
  let sql: postgres.Sql;

  beforeAll(async () => {
    old = await makeOldDatabase('relevo_migrate', '0007_rooms_and_companies');
    sql = old.sql;
    await sql`insert into users (id, email, name, password_hash, role) values (${user}, 'ana@example.com', 'Ana', '', 'technician')`;
    await sql`
      insert into tokens (id, name, public_id, token_hash, last4, scopes) values (${token}, 'billing', 'abc', '', '', '{}')`;
    await sql`insert into providers (id, name, kind, channel, settings) values (${provider}, 'Main', 'smtp', 'email', '{}')`;
    await sql`
      insert into settings (key, value) values ('general', '{"currency":"PYG"}'), ('keyring.canary', '"enc:v1:k1:a:b"'),
        (${`provider-draft:${user}`}, '{"step":"basics"}'), ('oauth-state:x', '"enc:v1:k1:c:d"')`;
    await sql`
      insert into provider_windows (provider_id, unit, starts_at, used) values (${provider}, 'day', now(), 7)`;
    const recipients = [
      { kind: 'to', email: 'ana@example.com', name: 'Ana', status: 'accepted', code: '250' },
      { kind: 'cc', email: 'ben@example.com', status: 'waiting' },
    ];
    for (const [id, status, by] of [
      [parked, 'parked', 'token:billing'],
      [sent, 'sent', 'user:gone@example.com'],
    ] as const)
      await sql`
        insert into messages (id, status, priority, category, from_email, from_name, subject, recipients, recipient_emails, tags,
          size_bytes, accepted_by, accepted_at)
        values (${id}, ${status}, 2, 'transactional', 'clinic@example.com', 'Clinic', 'Recibo N.º 13: Señor Núñez', ${sql.json(recipients)},
          '{ana@example.com,ben@example.com}', '{billing}', 100, ${by}, now())`;
    await sql`insert into message_bodies (message_id, text) values (${parked}, 'x')`;
    await sql`insert into events (id, message_id, type, at) values (${newId()}, ${parked}, 'parked', now())`;
    await sql`
      insert into delivery_days (day, provider_id, category, attempts_sent, last_used_at)
      values ('2026-11-01', ${provider}, 'transactional', 5, now())`;
    await migrate(old.url);
  });

  afterAll(() => old.drop());

  it('keeps every message, with a sender and addresses for any channel', async () => {
    const rows = await sql`
      select id, status, sender, sender_name, subject, recipients, recipient_addresses, channel, type from messages order by id`;
    const kept = {
      sender: 'clinic@example.com',
      sender_name: 'Clinic',
      subject: 'Recibo N.º 13: Señor Núñez',
      recipients: [
        { kind: 'to', address: 'ana@example.com', name: 'Ana', status: 'accepted', code: '250' },
        { kind: 'cc', address: 'ben@example.com', status: 'waiting' },
      ],
      recipient_addresses: ['ana@example.com', 'ben@example.com'],
      channel: 'email',
      type: null,
    };
    expect(rows).toEqual([
      { id: parked, status: 'parked', ...kept },
      { id: sent, status: 'sent', ...kept },
    ]);
  });

  it('tells who handed it in by id, where that one is still there', async () => {
    const rows = await sql`select accepted_by_type as type, accepted_by_id as id from messages order by id`;
    expect(rows).toEqual([
      { type: 'token', id: token },
      { type: 'user', id: null },
    ]);
  });

  it('keeps what was told, counted and taken of limits', async () => {
    expect(await sql`select type, xid::text from events`).toEqual([{ type: 'parked', xid: '0' }]);
    expect(await sql`select channel, type, attempts_sent from delivery_days`).toEqual([
      { channel: 'email', type: '', attempts_sent: 5 },
    ]);
    expect(await sql`select owner_id, unit, used::int from usage_windows`).toEqual([
      { owner_id: provider, unit: 'day', used: 7 },
    ]);
  });

  it('finds what is there by the same words as what comes', async () => {
    const [row] = await sql`select tsvector_to_array(words) as words from message_bodies`;
    const words = wordsOf({
      subject: 'Recibo N.º 13: Señor Núñez',
      recipients: [{ address: 'ana@example.com', name: 'Ana' }, { address: 'ben@example.com' }],
      tags: ['billing'],
      category: 'transactional',
    });
    expect(row!.words.toSorted()).toEqual(words.toSorted());
  });

  it('leaves settings to the settings', async () => {
    expect(await sql`select key, version from settings`).toEqual([{ key: 'general', version: 1 }]);
    expect(await sql`select user_id, draft from provider_drafts`).toEqual([
      { user_id: user, draft: { step: 'basics' } },
    ]);
    expect(await sql`select id, sealed from keyring_canary`).toEqual([
      { id: 'canary', sealed: 'enc:v1:k1:a:b' },
    ]);
  });

  it('lets two companies have a provider of the same name, and one only one', async () => {
    const add = (company: string | null) => sql`
      insert into providers (id, company_id, name, kind, channel, settings)
      values (${newId()}, ${company}, 'main', 'sandbox', 'email', '{}')`;
    await add(newId());
    await expect(add(null)).rejects.toMatchObject({ code: '23505' });
  });
});
