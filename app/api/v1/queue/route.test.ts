import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { pausePriorities } from '@/lib/backlog/pause-priorities';
import type { QueueRow } from '@/lib/backlog/schema';
import { sql } from '@/lib/database/db';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { PRIORITIES } from '@/lib/queue/priority';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { GET as status } from '../status/route';
import { GET as jobs } from './jobs/route';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider({ name: 'Main' });
});
beforeEach(async () => {
  await sql()`update messages set status = 'canceled', due_at = null where due_at is not null or status = 'parked'`;
  await sql()`delete from workers`;
  await pausePriorities(testContext, { priorities: [...PRIORITIES], paused: false });
});

for (const [title, handler] of Object.entries({ queue: GET, jobs }))
  describeAccess(title, handler, { scope: 'messages:read', role: 'viewer' });

const read = async () => (await call(GET, { token })).body;
const rowOf = async (priority: string): Promise<QueueRow> =>
  (await read()).data.find((row: QueueRow) => row.priority === priority);
const park = (id: string, providerId: string | null, dueAt: Date | null = null) =>
  sql()`update messages set status = 'parked', due_at = ${dueAt}, provider_id = ${providerId} where id = ${id}`;
const EMPTY = { paused: false, waiting: 0, sending: 0, scheduled: 0, retrying: 0, parked: 0, oldestAt: null };

describe('GET /queue', () => {
  it('is empty for each priority, urgent first, when nothing waits', async () => {
    const body = await read();
    expect(body.data).toEqual(
      ['urgent', 'high', 'normal', 'low'].map((priority) => ({ priority, ...EMPTY })),
    );
    expect(body).toMatchObject({ parked: [], emptyInSeconds: null, nextDueAt: null });
  });

  it('counts each message in one place, by priority', async () => {
    const oldest = new Date(Date.now() - 3 * 60_000);
    const { id } = await makeMessage({ priority: 'low' });
    await sql()`update messages set due_at = ${oldest} where id = ${id}`;
    await makeMessage({ priority: 'low' });
    const taken = await makeMessage({ priority: 'low' });
    await claimMessages(newId(), [taken.id]);
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await makeMessage({ priority: 'low', scheduledAt: at });
    const retrying = await makeMessage({ priority: 'low', to: 'throttle@sandbox.test' });
    await deliverMessages(newId(), [retrying.id]);
    await park((await makeMessage({ priority: 'low' })).id, null);
    await makeMessage({ priority: 'urgent' });
    expect(await rowOf('low')).toEqual({
      ...EMPTY,
      priority: 'low',
      waiting: 2,
      sending: 1,
      scheduled: 1,
      retrying: 1,
      parked: 1,
      oldestAt: oldest.toISOString(),
    });
    expect(await rowOf('urgent')).toMatchObject({ waiting: 1 });
    expect(await rowOf('high')).toEqual({ ...EMPTY, priority: 'high' });
  });

  it('tells when the next is due', async () => {
    const at = new Date(Date.now() + 1_800_000).toISOString();
    await makeMessage({ scheduledAt: new Date(Date.now() + 3_600_000).toISOString() });
    await makeMessage({ scheduledAt: at });
    expect((await read()).nextDueAt).toBe(at);
  });

  it('tells what is parked by provider, the most first, and until when', async () => {
    const other = await makeProvider({ name: 'Gmail' });
    const until = new Date(Date.now() + 3_600_000);
    for (const dueAt of [until, null]) await park((await makeMessage()).id, other.id, dueAt);
    await park((await makeMessage()).id, null);
    await park((await makeMessage()).id, newId());
    await park((await makeMessage()).id, newId());
    expect((await read()).parked).toEqual([
      { provider: null, count: 3, until: null },
      { provider: { id: other.id, name: 'Gmail' }, count: 2, until: until.toISOString() },
    ]);
  });

  it('measures the speed and estimates the end, without what is paused', async () => {
    await sql()`delete from delivery_minutes`;
    await makeMessage();
    expect(await read()).toMatchObject({ perMinute: 0, emptyInSeconds: null });
    await sql()`
      insert into delivery_minutes (minute, provider_id, category, slot, messages_sent, messages_failed, last_used_at)
      values (date_trunc('minute', now()), ${newId()}, 'transactional', 0, 590, 10, now()),
        (date_trunc('minute', now()) - interval '2 minutes', ${newId()}, 'transactional', 0, 9999, 0, now())`;
    const busy = await read();
    expect(busy.perMinute).toBeGreaterThan(299);
    expect(busy.perMinute).toBeLessThanOrEqual(600);
    expect(busy.emptyInSeconds).toBe(1);
    await pausePriorities(testContext, { priorities: ['normal'], paused: true });
    const paused = await read();
    expect(paused.emptyInSeconds).toBeNull();
    expect(paused.data.map((row: QueueRow) => row.paused)).toEqual([false, false, true, false]);
  });

  it('shares one count of a long queue for a moment', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await sql()`
      insert into messages (id, status, priority, category, subject, recipients, recipient_addresses, tags, size_bytes, accepted_by_type, due_at, accepted_at)
      select gen_random_uuid(), 'queued', 3, 'transactional', 'many', '[]', '{}', '{}', 1, 'test', now(), now()
      from generate_series(1, 6000)`;
    expect((await rowOf('low')).waiting).toBe(6000);
    await sql()`delete from messages where subject = 'many'`;
    expect((await rowOf('low')).waiting).toBe(6000);
    vi.setSystemTime(Date.now() + 2_000);
    expect((await rowOf('low')).waiting).toBe(0);
  });
});

describe('GET /queue/jobs', () => {
  it('counts the wake-ups of each task', async () => {
    await sql()`delete from graphile_worker._private_jobs`;
    await makeMessage();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await makeMessage({ scheduledAt: at });
    await sql()`select graphile_worker.add_job('gone', max_attempts := 1)`;
    await sql()`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`;
    const { data } = (await call(jobs, { token })).body;
    expect(data).toEqual([
      { task: 'deliver', ready: 1, locked: 0, later: 1, failed: 0, oldestAt: expect.any(String), nextAt: at },
      { task: 'gone', ready: 0, locked: 0, later: 0, failed: 1, oldestAt: null, nextAt: null },
    ]);
  });
});

describe('the status while priorities are paused', () => {
  it('says so, and does not call the queue old for it', async () => {
    const { id } = await makeMessage({ priority: 'low' });
    await sql()`update messages set due_at = now() - interval '1 hour' where id = ${id}`;
    expect((await call(status, { token })).body.reasons).toContain('queue_old');
    await pausePriorities(testContext, { priorities: ['low'], paused: true });
    const { body } = await call(status, { token });
    expect(body.reasons).toContain('paused');
    expect(body.reasons).not.toContain('queue_old');
    expect(body.waiting).toBe(1);
  });

  it('is stopped when all of them are', async () => {
    await sql()`insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at) values (${newId()}, 'm', 'h', 1, '{}', now(), now())`;
    await pausePriorities(testContext, { priorities: ['low'], paused: true });
    expect((await call(status, { token })).body.flow).toBe('degraded');
    await pausePriorities(testContext, { priorities: ['urgent', 'high', 'normal', 'low'], paused: true });
    expect((await call(status, { token })).body.flow).toBe('stopped');
  });
});
