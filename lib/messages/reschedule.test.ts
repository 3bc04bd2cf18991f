import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { getMessage } from './get';
import { rescheduleMessage } from './reschedule';
import { sendNow } from './send-now';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const reschedule = (id: string, scheduledAt: string) => rescheduleMessage(testContext, { id, scheduledAt });

describe('rescheduleMessage', () => {
  it('moves a message: the old wake-up finds nothing to do, a new one waits', async () => {
    const { id } = await makeMessage({ scheduledAt: inHours(1) });
    const later = inHours(3);
    expect(await reschedule(id, later)).toEqual({ id, status: 'scheduled', scheduledAt: later });
    expect(await getMessage(testContext, id)).toMatchObject({
      status: 'scheduled',
      scheduledAt: later,
      dueAt: later,
    });
    await deliverMessages(newId(), [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'scheduled', attempts: [] });
    const jobs = await sql()<{ run_at: Date }[]>`select run_at from graphile_worker.jobs order by run_at`;
    expect(jobs.at(-1)!.run_at.toISOString()).toBe(later);
  });

  it('wants a time that has not passed and comes before the deadline', async () => {
    const { id } = await makeMessage({ scheduledAt: inHours(1), expiresAt: inHours(2) });
    await expect(reschedule(id, inHours(-1))).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(reschedule(id, inHours(2.5))).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(reschedule(newId(), inHours(1))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves a message that was sent', async () => {
    const { id } = await makeMessage();
    await deliverMessages(newId(), [id]);
    await expect(reschedule(id, inHours(1))).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('sendNow', () => {
  it('does not wait for its time, and tells who said so', async () => {
    const scheduledAt = inHours(1);
    const { id } = await makeMessage({ scheduledAt });
    expect(await sendNow(testContext, { id })).toEqual({ id, status: 'queued' });
    expect((await getMessage(testContext, id)).events.at(-1)).toMatchObject({
      type: 'scheduled',
      detail: { by: 'test', now: true },
    });
    await deliverMessages(newId(), [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent', scheduledAt: null });
    await expect(sendNow(testContext, { id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is done once, however many ask', async () => {
    const { id } = await makeMessage({ scheduledAt: inHours(1) });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => sendNow(testContext, { id })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([newId(), 'x'])('does not find %s', async (id) => {
    await expect(sendNow(testContext, { id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
