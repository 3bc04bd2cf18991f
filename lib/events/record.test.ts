import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { recordEvents } from './record';
import { EVENT_TYPES } from './types';

useTestDatabase();

const eventsOf = (messageId: string) =>
  sql()`select id, company_id, type, at, recipient, provider_id, detail, xid::text from events where message_id = ${messageId} order by id`;

const record = (messageId: string, event: Partial<Parameters<typeof recordEvents>[0]> = {}) =>
  sql()`
    with ${recordEvents({
      id: sql()`${newId()}::uuid`,
      messageId: sql()`${messageId}::uuid`,
      companyId: sql()`null::uuid`,
      type: 'queued',
      from: sql()`from (select 1) once`,
      ...event,
    })}
    select pg_current_xact_id()::text as xid, now()::timestamptz(3) as now`;

it('leaves empty what is not told; the time is that of the statement, whose transaction stands by it', async () => {
  const messageId = newId();
  const [statement] = await record(messageId);
  expect(await eventsOf(messageId)).toEqual([
    {
      id: expect.any(String),
      company_id: null,
      type: 'queued',
      at: statement!.now,
      recipient: null,
      provider_id: null,
      detail: null,
      xid: statement!.xid,
    },
  ]);
});

it('writes one event for each row it is given, with what each of them says', async () => {
  const [messageId, providerId, companyId] = [newId(), newId(), newId()];
  const at = new Date('2026-11-28T12:00:00Z');
  const rows = ['ana@example.com', 'ben@example.com'].map((recipient) => ({ id: newId(), recipient }));
  await record(messageId, {
    id: sql()`r.id`,
    companyId: sql()`${companyId}::uuid`,
    type: 'bounced',
    at: sql()`${at}::timestamptz`,
    recipient: sql()`r.recipient`,
    providerId: sql()`${providerId}::uuid`,
    detail: sql()`${sql().json({ code: '550' })}::jsonb`,
    from: sql()`from jsonb_to_recordset(${sql().json(rows)}) as r(id uuid, recipient text)`,
  });
  expect(await eventsOf(messageId)).toMatchObject(
    rows.map(({ id, recipient }) => ({
      id,
      company_id: companyId,
      type: 'bounced',
      at,
      recipient,
      provider_id: providerId,
      detail: { code: '550' },
    })),
  );
});

it('does not write an event twice, nor change the one that is there', async () => {
  const [messageId, id] = [newId(), sql()`${newId()}::uuid`];
  await record(messageId, { id, type: 'sent' });
  await record(messageId, { id, type: 'failed' });
  expect(await eventsOf(messageId)).toMatchObject([{ type: 'sent' }]);
});

it('commits with the statement that it stands in, or not at all', async () => {
  const messageId = newId();
  await expect(
    sql()`
      with ${recordEvents({ id: sql()`${newId()}::uuid`, messageId: sql()`${messageId}::uuid`, companyId: sql()`null::uuid`, type: 'sent', from: sql()`` })}
      select 1 / (select count(*) from events where message_id = ${messageId})`,
  ).rejects.toMatchObject({ code: '22012' });
  expect(await eventsOf(messageId)).toEqual([]);
});

it('knows each type by one word', () => {
  expect(new Set(EVENT_TYPES).size).toBe(EVENT_TYPES.length);
  for (const type of EVENT_TYPES) expect(type).toMatch(/^[a-z]+(_[a-z]+)*$/);
});
