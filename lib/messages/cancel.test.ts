import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { beginAttempt } from '@/lib/delivery/begin-attempt';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { cancelMessage } from './cancel';
import { getMessage } from './get';
import { resendMessage } from './resend';

useTestDatabase();
beforeAll(() => makeProvider());

const worker = newId();
const cancel = (id: string) => cancelMessage(testContext, { id });

async function makeIn(status: string): Promise<string> {
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await makeMessage({
    ...(status === 'scheduled' && { scheduledAt }),
    to:
      status === 'bounced'
        ? 'bounce@sandbox.test'
        : status === 'retrying'
          ? 'throttle@sandbox.test'
          : 'ana@example.com',
  });
  if (['sent', 'bounced', 'retrying'].includes(status)) await deliverMessages(worker, [id]);
  if (status === 'sending') await claimMessages(worker, [id]);
  if (status === 'parked') await sql()`update messages set status = 'parked', due_at = null where id = ${id}`;
  return id;
}

async function makeUncertain(to: string[]): Promise<string> {
  const { id } = await makeMessage({ to, category: 'marketing' });
  await deliverMessages(worker, [id]);
  expect((await getMessage(testContext, id)).status).toBe('uncertain');
  return id;
}

describe('cancelMessage', () => {
  it.each(['scheduled', 'queued', 'retrying', 'parked'])('stops a %s message for good', async (status) => {
    const id = await makeIn(status);
    expect((await getMessage(testContext, id)).status).toBe(status);
    expect(await cancel(id)).toEqual({ id, status: 'canceled' });
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'canceled', reason: 'canceled', dueAt: null });
    expect(message.finishedAt).not.toBeNull();
    expect(message.events.at(-1)).toMatchObject({ type: 'canceled', detail: { by: 'test' } });
  });

  it.each(['sending', 'sent', 'bounced'])('leaves a %s message as it is', async (status) => {
    const id = await makeIn(status);
    const before = await getMessage(testContext, id);
    await expect(cancel(id)).rejects.toMatchObject({ code: 'not_cancelable' });
    expect(await getMessage(testContext, id)).toEqual(before);
  });

  it('leaves one whose worker died over it: it may be out', async () => {
    const id = await makeIn('sending');
    const attempt = { id: newId(), messageId: id, claimNo: 1, workerId: worker, providerId: newId() };
    expect(
      await beginAttempt({ ...attempt, provider: 'Main', candidates: [], sizeBytes: 0, longestMs: 60_000 }),
    ).not.toBeNull();
    await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
    await expect(cancel(id)).rejects.toMatchObject({ code: 'not_cancelable' });
  });

  it('stops one whose worker died before it began', async () => {
    const id = await makeIn('sending');
    await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
    expect(await cancel(id)).toEqual({ id, status: 'canceled' });
    const attempt = { id: newId(), messageId: id, claimNo: 1, workerId: worker, providerId: newId() };
    expect(
      await beginAttempt({ ...attempt, provider: 'Main', candidates: [], sizeBytes: 0, longestMs: 60_000 }),
    ).toBeNull();
  });

  it('says sent, not canceled, when some have it already', async () => {
    const { id } = await makeMessage({ to: ['ana@example.com', 'throttle@sandbox.test'] });
    await deliverMessages(worker, [id]);
    expect((await getMessage(testContext, id)).status).toBe('retrying');
    expect(await cancel(id)).toEqual({ id, status: 'sent' });
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'sent', reason: 'canceled', dueAt: null });
    expect(message.recipients).toMatchObject([
      { email: 'ana@example.com', status: 'accepted' },
      { email: 'throttle@sandbox.test', status: 'failed' },
    ]);
    expect(message.attempts).toHaveLength(1);
    expect(message.events.at(-1)).toMatchObject({ type: 'canceled', detail: { by: 'test' } });
  });

  it('closes one in doubt: it is known to be neither sent nor not', async () => {
    const id = await makeUncertain(['timeout@sandbox.test']);
    expect(await cancel(id)).toEqual({ id, status: 'canceled' });
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({
      status: 'canceled',
      reason: 'canceled',
      recipients: [{ status: 'unknown' }],
    });
    expect(message.events.at(-1)).toMatchObject({
      type: 'canceled',
      detail: { by: 'test', was: 'uncertain' },
    });
    expect(await resendMessage(testContext, { id })).toMatchObject({ status: 'queued' });
  });

  it('says sent of one in doubt that some have for sure', async () => {
    const id = await makeUncertain(['ana@example.com', 'timeout@sandbox.test']);
    expect(await cancel(id)).toEqual({ id, status: 'sent' });
    expect((await getMessage(testContext, id)).recipients).toMatchObject([
      { status: 'accepted' },
      { status: 'failed' },
    ]);
    expect(await findViolations(sql())).toEqual([]);
  });

  it('works once', async () => {
    const id = await makeIn('queued');
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => cancel(id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { events } = await getMessage(testContext, id);
    expect(events.filter(({ type }) => type === 'canceled')).toHaveLength(1);
  });

  it('either stops it before a worker has it, or not at all', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, async () => (await makeMessage()).id));
    await Promise.all(
      ids.map(async (id) => {
        const [canceled, claimed] = await Promise.allSettled([cancel(id), claimMessages(worker, [id])]);
        const taken = claimed.status === 'fulfilled' && claimed.value.length === 1;
        expect([canceled.status === 'fulfilled', taken]).toContain(true);
        expect(canceled.status === 'fulfilled').not.toBe(taken);
      }),
    );
  });

  it.each([newId(), 'x'])('does not find %s', async (id) => {
    await expect(cancel(id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
