import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pausePriorities } from '@/lib/backlog/pause-priorities';
import { reconcileMessages } from '@/lib/backlog/reconcile';
import { wakeExpired } from '@/lib/backlog/wake-expired';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { beginAttempt } from './begin-attempt';
import { claimMessages } from './claim';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();

const worker = newId();
let provider: Awaited<ReturnType<typeof makeProvider>>;
beforeAll(async () => {
  provider = await makeProvider();
});

afterEach(async () => {
  expect(await findViolations(sql())).toEqual([]);
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const expire = (id: string) =>
  sql()`update messages set expires_at = now() - interval '1 second' where id = ${id}`;

async function deliver(id: string) {
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

describe('a message whose deadline has passed', () => {
  it('ends', async () => {
    const { id } = await makeMessage();
    await expire(id);
    expect(await deliver(id)).toMatchObject({ status: 'failed', reason: 'expired', attempts: [] });
  });

  it('is in doubt if its worker died over it: somebody may have it', async () => {
    const { id } = await makeMessage({ to: ['ana@example.com', 'ben@example.com'] });
    const dead = newId();
    const [claimed] = await claimMessages(dead, [id]);
    await beginAttempt({
      id: newId(),
      messageId: id,
      claimNo: claimed!.claimNo,
      workerId: dead,
      providerId: provider.id,
      provider: provider.name,
      candidates: [],
      sizeBytes: 0,
      longestMs: 60_000,
    });
    await sql()`update messages set claimed_by = null, claimed_until = null where id = ${id}`;
    await expire(id);
    const message = await deliver(id);
    expect(message).toMatchObject({ status: 'uncertain', reason: 'uncertain', dueAt: null });
    expect(message.recipients.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
  });
});

describe('what waits', () => {
  const expectDueAtDeadline = ({ dueAt, expiresAt }: { dueAt: string | null; expiresAt: string | null }) => {
    const lateMs = Date.parse(dueAt!) - Date.parse(expiresAt!);
    expect(lateMs).toBeGreaterThan(500);
    expect(lateMs).toBeLessThan(3_000);
  };

  it('for its next try is taken up at its deadline', async () => {
    const { name } = await makeProvider({ settings: { behaviour: 'down' } });
    const { id } = await makeMessage({
      providers: [name],
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    const message = await deliver(id);
    expect(message).toMatchObject({ status: 'retrying', reason: 'all_failed', retryCount: 1 });
    expectDueAtDeadline(message);
  });

  it('for its next try before the deadline keeps it', async () => {
    const { name } = await makeProvider({ settings: { behaviour: 'down' } });
    const { id } = await makeMessage({ providers: [name], expiresAt: inAnHour() });
    const delayMs = Date.parse((await deliver(id)).dueAt!) - Date.now();
    expect(Math.round(delayMs / 60_000)).toBe(5);
  });

  it('for room ends at its deadline', async () => {
    const full = await makeProvider({ limits: { month: 1 } });
    await deliver((await makeMessage({ providers: [full.name] })).id);
    const expiresAt = new Date(Date.now() + 5_000).toISOString();
    const message = await deliver((await makeMessage({ providers: [full.name], expiresAt })).id);
    expect(message).toMatchObject({ status: 'parked', reason: 'no_room' });
    expectDueAtDeadline(message);
    await expire(message.id);
    expect(await wakeExpired()).toBe(1);
    expect(await deliver(message.id)).toMatchObject({ status: 'failed', reason: 'expired' });
  });

  it('for its priority to be resumed ends at its deadline all the same', async () => {
    const { id } = await makeMessage({ priority: 'low', expiresAt: inAnHour() });
    const { id: other } = await makeMessage({ priority: 'low', expiresAt: inAnHour() });
    await pausePriorities(testContext, { priorities: ['low'], paused: true });
    await sql()`delete from graphile_worker._private_jobs`;
    await sql()`update messages set due_at = now() - interval '2 minutes' where id = any(${[id, other]}::uuid[])`;
    expect(await reconcileMessages()).toBe(0);
    await expire(id);
    expect(await reconcileMessages()).toBe(1);
    await deliverMessages(worker, [id, other]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'failed', reason: 'expired' });
    expect(await getMessage(testContext, other)).toMatchObject({ status: 'queued' });
    await pausePriorities(testContext, { priorities: ['low'], paused: false });
  });

  it('for a person ends at its deadline', async () => {
    const made = await Promise.all([1, 2].map(() => makeMessage({ expiresAt: inAnHour() })));
    const [over, other] = made.map(({ id }) => id) as [string, string];
    await sql()`
      update messages set status = 'parked', reason = 'all_failed', due_at = null, finished_at = now()
      where id = any(${[over, other]}::uuid[])`;
    expect(await wakeExpired()).toBe(0);
    await expire(over);
    expect(await wakeExpired()).toBe(1);
    const [job] = await sql()<{ ids: string[] }[]>`
      select payload->'ids' as ids from graphile_worker._private_jobs order by id desc limit 1`;
    expect(job!.ids).toEqual([over]);
    expect(await deliver(over)).toMatchObject({ status: 'failed', reason: 'expired', dueAt: null });
    expect(await deliver(other)).toMatchObject({ status: 'parked', reason: 'all_failed', dueAt: null });
    expect(await wakeExpired()).toBe(0);
  });
});
