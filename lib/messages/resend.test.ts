import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { getMessage } from './get';
import { resendMessage } from './resend';

useTestDatabase();
useOneTry();
beforeAll(() => makeProvider({ name: 'Main' }));

const worker = newId();
const resend = (id: string) => resendMessage(testContext, { id });

async function deliver(id: string) {
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

describe('resendMessage', () => {
  it('sends again to those who did not get it, and to nobody else', async () => {
    const { id } = await makeMessage({ to: ['ana@example.com', 'bounce@sandbox.test'] });
    await deliver(id);
    await sql()`update messages set status = 'parked' where id = ${id}`;
    await resend(id);
    const message = await deliver(id);
    expect(message.attempts).toHaveLength(2);
    expect(message.attempts[1]!.outcomes.map(({ address }) => address)).toEqual(['bounce@sandbox.test']);
    expect(message.recipients[0]).toMatchObject({ address: 'ana@example.com', status: 'accepted' });
  });

  it('begins a new schedule and tells who did it', async () => {
    const { id } = await makeMessage({ to: 'down@sandbox.test' });
    await sql()`update messages set retry_count = 3 where id = ${id}`;
    expect(await deliver(id)).toMatchObject({ status: 'parked', retryCount: 3 });
    expect(await resend(id)).toEqual({ id, status: 'queued' });
    const queued = await getMessage(testContext, id);
    expect(queued).toMatchObject({ status: 'queued', reason: null, retryCount: 0, finishedAt: null });
    expect(queued.events.at(-1)).toMatchObject({ type: 'resent', detail: { by: 'test' } });
    expect(await deliver(id)).toMatchObject({ status: 'retrying', retryCount: 1 });
  });

  it('wakes a worker, an urgent message in its own pool', async () => {
    const { id } = await makeMessage({ to: 'bounce@sandbox.test', priority: 'urgent' });
    await deliver(id);
    await sql()`delete from graphile_worker._private_jobs`;
    await resend(id);
    const jobs = await sql()`select task_identifier from graphile_worker.jobs`;
    expect(jobs.map((job) => job.task_identifier)).toEqual(['deliver-urgent']);
  });

  it('sends one whose deadline had passed: a person decides', async () => {
    const { id } = await makeMessage({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    await sql()`update messages set expires_at = now() - interval '1 second' where id = ${id}`;
    expect(await deliver(id)).toMatchObject({ status: 'failed', reason: 'expired' });
    await resend(id);
    expect(await deliver(id)).toMatchObject({ status: 'sent' });
  });

  it('sends an uncertain one again, and a canceled one', async () => {
    for (const status of ['uncertain', 'canceled']) {
      const { id } = await makeMessage();
      await sql()`update messages set status = ${status}, due_at = null where id = ${id}`;
      await resend(id);
      expect(await deliver(id)).toMatchObject({ status: 'sent' });
    }
  });

  it('need not wait for the next retry', async () => {
    const provider = await makeProvider({ name: 'Away', active: false });
    const { id } = await makeMessage({ providers: ['Away'] });
    expect(await deliver(id)).toMatchObject({ status: 'retrying', reason: 'no_provider' });
    await updateProvider(testContext, { id: provider.id, active: true });
    await resend(id);
    expect(await deliver(id)).toMatchObject({ status: 'sent', provider: 'Away' });
  });

  it('leaves alone what waits, is being sent, or was sent', async () => {
    const { id } = await makeMessage();
    await expect(resend(id)).rejects.toMatchObject({ code: 'not_resendable' });
    await deliver(id);
    const before = await getMessage(testContext, id);
    await expect(resend(id)).rejects.toMatchObject({ code: 'not_resendable' });
    expect(await getMessage(testContext, id)).toEqual(before);
  });

  it('works once, however many press the button', async () => {
    const { id } = await makeMessage({ to: 'bounce@sandbox.test' });
    await deliver(id);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => resend(id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([newId(), 'x'])('does not find %s', async (id) => {
    await expect(resend(id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a message sent again by a person', () => {
  it('is counted, so that a provider which remembers messages does not take it for a repetition', async () => {
    const { id } = await makeMessage({ to: 'bounce@sandbox.test' });
    await deliver(id);
    await resend(id);
    const [row] = await sql()`select resend_count from messages where id = ${id}`;
    expect(row!.resend_count).toBe(1);
  });
});
