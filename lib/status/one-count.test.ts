import { beforeAll, expect, it } from 'vitest';
import { getQueue } from '@/lib/backlog/get-queue';
import { sql } from '@/lib/database/db';
import { listMessages } from '@/lib/messages/list';
import { MessageFilter } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, testContext } from '@/lib/testing/factories';
import { getStatus } from './get';

useTestDatabase();

const STATES = [
  ['queued', null, '-1 minute'],
  ['queued', 'paced', '1 hour'],
  ['retrying', 'paced', '1 hour'],
  ['retrying', 'all_failed', '-1 minute'],
  ['retrying', 'all_failed', '1 hour'],
  ['scheduled', null, '1 hour'],
  ['parked', 'no_room', '1 hour'],
  ['parked', 'all_failed', null],
] as const;

beforeAll(async () => {
  for (const [status, reason, due] of STATES) {
    const { id } = await makeMessage({ from: 'clinic@example.com' });
    await sql()`
      update messages set status = ${status}, reason = ${reason}, due_at = now() + ${due}::interval where id = ${id}`;
  }
});

it('the strip counts what waits, also for a pace, as the queue page does', async () => {
  const { data } = await getQueue(testContext);
  const sum = (...names: ('waiting' | 'sending' | 'scheduled' | 'retrying' | 'parked')[]) =>
    data.reduce((total, row) => total + names.reduce((own, name) => own + row[name], 0), 0);
  const { waiting, scheduled, retrying, parked } = await getStatus(testContext);
  expect({ waiting, scheduled, retrying, parked }).toEqual({
    waiting: 4,
    scheduled: 1,
    retrying: 1,
    parked: 2,
  });
  expect({ waiting, scheduled, retrying, parked }).toEqual({
    waiting: sum('waiting', 'sending'),
    scheduled: sum('scheduled'),
    retrying: sum('retrying'),
    parked: sum('parked'),
  });
});

it('the list behind the number has as many messages, also one that is being sent', async () => {
  await sql()`update messages set claimed_until = now() + interval '1 minute' where status = 'scheduled'`;
  const { waiting, scheduled, retrying } = await getStatus(testContext);
  const listed = async (status: string) =>
    (await listMessages(testContext, MessageFilter.parse({ status, limit: 100 }))).data.length;
  expect([waiting, await listed('waiting')]).toEqual([5, 5]);
  expect([scheduled + retrying, await listed('later')]).toEqual([1, 1]);
  await sql()`update messages set claimed_until = null where status = 'scheduled'`;
});
