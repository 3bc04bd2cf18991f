import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { cancelMessage } from '@/lib/messages/cancel';
import { getMessage } from '@/lib/messages/get';
import { IDS_PER_JOB } from '@/lib/queue/tasks';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { reconcileMessages } from './reconcile';

useTestDatabase();
beforeAll(() => makeProvider());
beforeEach(async () => {
  await sql()`update messages set status = 'canceled', due_at = null where due_at is not null`;
  await loseJobs();
});

const overdue = (id: string) =>
  sql()`update messages set due_at = now() - interval '2 minutes' where id = ${id}`;
const loseJobs = () => sql()`delete from graphile_worker._private_jobs`;

async function jobsFor(id: string): Promise<string[]> {
  const rows = await sql()<{ task: string }[]>`
    select j.task_identifier as task from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id where p.payload::jsonb->'ids' ? ${id}`;
  return rows.map(({ task }) => task);
}

async function makeLost(input: Parameters<typeof makeMessage>[0] = {}): Promise<string> {
  const { id } = await makeMessage(input);
  await loseJobs();
  await overdue(id);
  return id;
}

describe('reconcileMessages', () => {
  it('wakes a message whose job was lost, once', async () => {
    const id = await makeLost();
    expect(await reconcileMessages()).toBe(1);
    expect(await jobsFor(id)).toEqual(['deliver']);
    expect(await reconcileMessages()).toBe(0);
    expect(await jobsFor(id)).toEqual(['deliver']);
    await deliverMessages(newId(), [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent' });
  });

  it('wakes an urgent one in its own pool', async () => {
    const id = await makeLost({ priority: 'urgent' });
    await reconcileMessages();
    expect(await jobsFor(id)).toEqual(['deliver-urgent']);
  });

  it('is not misled by the jobs of other priorities', async () => {
    const id = await makeLost({ priority: 'low' });
    await makeMessage({ priority: 'urgent' });
    await sql()`update graphile_worker._private_jobs set run_at = now() - interval '1 hour'`;
    expect(await reconcileMessages()).toBe(1);
    expect(await jobsFor(id)).toEqual(['deliver']);
  });

  it('wakes a message whose lease ran out, and it goes out', async () => {
    const id = await makeLost();
    await claimMessages(newId(), [id]);
    expect(await reconcileMessages()).toBe(0);
    await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
    expect(await reconcileMessages()).toBe(1);
    await deliverMessages(newId(), [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent' });
  });

  it('leaves alone what waits for its turn behind older jobs', async () => {
    const { id } = await makeMessage();
    await overdue(id);
    await sql()`update graphile_worker._private_jobs set run_at = now() - interval '3 minutes'`;
    expect(await reconcileMessages()).toBe(0);
    expect(await jobsFor(id)).toHaveLength(1);
  });

  it('leaves alone what is not due, just due, or at rest', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id: scheduled } = await makeMessage({ scheduledAt });
    const { id: fresh } = await makeMessage();
    const { id: canceled } = await makeMessage();
    await cancelMessage(testContext, { id: canceled });
    await loseJobs();
    await reconcileMessages();
    for (const id of [scheduled, fresh, canceled]) expect(await jobsFor(id)).toEqual([]);
  });

  it('wakes many with few jobs', async () => {
    await Promise.all(Array.from({ length: 250 }, () => makeMessage()));
    await loseJobs();
    await sql()`update messages set due_at = now() - interval '2 minutes' where due_at is not null`;
    expect(await reconcileMessages()).toBe(250);
    expect(await sql()`select from graphile_worker.jobs`).toHaveLength(Math.ceil(250 / IDS_PER_JOB));
  });
});
