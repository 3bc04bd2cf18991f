import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { updateProvider } from '@/lib/providers/update';
import { CATEGORIES } from '@/lib/routing/categories';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { beginAttempt } from './begin-attempt';
import { claimMessages } from './claim';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();
beforeEach(closeBreakers);
beforeAll(async () => {
  await makeProvider({ name: 'Main', priority: 90 });
  await makeProvider({ name: 'Backup', priority: 10 });
});

const worker = newId();

async function deliverOne(input: Parameters<typeof makeMessage>[0]) {
  const { id } = await makeMessage(input);
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

async function jobsFor(id: string) {
  return sql()<{ run_at: Date }[]>`
    select j.run_at from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id
    where p.payload::jsonb->'ids' ? ${id} order by j.run_at`;
}

describe('accept', () => {
  it('commits the message, its body, its event and its job together', async () => {
    const { id, status } = await makeMessage({ text: 'ñandú 🦤', cc: ['Ben <ben@example.com>'] });
    expect(status).toBe('queued');
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'queued', text: 'ñandú 🦤' });
    expect(message.recipients.map((recipient) => recipient.address)).toEqual([
      'ana@example.com',
      'ben@example.com',
    ]);
    expect(message.events.map((event) => event.type)).toEqual(['queued']);
    expect(await jobsFor(id)).toHaveLength(1);
  });

  it('keeps a scheduled message until its time', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000);
    const { id } = await makeMessage({ scheduledAt: scheduledAt.toISOString() });
    await deliverMessages(worker, [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'scheduled', attempts: [] });
    expect((await jobsFor(id))[0]?.run_at).toEqual(scheduledAt);
  });

  it('stores the bytes of a file once, however often it is sent', async () => {
    const content = Buffer.from('%PDF-1.7 receipt').toString('base64');
    const attachments = [{ filename: 'receipt.pdf', contentType: 'application/pdf', content }];
    await Promise.all([
      makeMessage({ attachments }),
      makeMessage({ attachments }),
      makeMessage({ attachments }),
    ]);
    const rows = await sql()`select size_bytes from attachments`;
    expect(rows).toHaveLength(1);
  });
});

describe('send', () => {
  it('ends as sent, with the attempt, the reply and the event', async () => {
    const message = await deliverOne({});
    expect(message).toMatchObject({ status: 'sent', provider: 'Main', reason: null, dueAt: null });
    expect(message.attempts).toHaveLength(1);
    expect(message.attempts[0]).toMatchObject({
      provider: 'Main',
      outcomes: [{ outcome: 'accepted', code: '250' }],
    });
    expect(message.attempts[0]?.finishedAt).not.toBeNull();
    expect(message.events.map((event) => event.type)).toEqual(['queued', 'sent']);
  });

  it('is sent when one of several recipients was accepted', async () => {
    const message = await deliverOne({ to: ['ana@example.com', 'bounce@sandbox.test'] });
    expect(message.status).toBe('sent');
    expect(message.recipients.map((recipient) => recipient.status)).toEqual(['accepted', 'bounced']);
  });
});

describe('recipient faults', () => {
  it('bounces on a permanent one and does not retry', async () => {
    const message = await deliverOne({ to: 'bounce@sandbox.test' });
    expect(message).toMatchObject({ status: 'bounced', reason: 'recipient_refused', dueAt: null });
    expect(message.attempts).toHaveLength(1);
  });

  it('retries a temporary one after the delay that the provider asked for', async () => {
    const message = await deliverOne({ to: 'throttle@sandbox.test' });
    expect(message).toMatchObject({ status: 'retrying', reason: 'deferred', retryCount: 0 });
    const delayMs = new Date(message.dueAt!).getTime() - Date.now();
    expect(delayMs).toBeGreaterThan(50_000);
    expect(delayMs).toBeLessThan(61_000);
    expect((await jobsFor(message.id)).at(-1)?.run_at.toISOString()).toBe(message.dueAt);
  });
});

describe('provider faults', () => {
  it('hands the message to the next provider at once and says so', async () => {
    const message = await deliverOne({ to: 'down+Main@sandbox.test' });
    expect(message).toMatchObject({ status: 'sent', provider: 'Backup' });
    expect(message.attempts.map((attempt) => attempt.provider)).toEqual(['Main', 'Backup']);
    expect(message.events.map((event) => event.type)).toEqual(['queued', 'failover', 'sent']);
    expect(message.attempts[0]?.candidates).toMatchObject([
      { provider: 'Main', rank: 1, reason: 'chosen' },
      { provider: 'Backup', rank: 2, reason: 'next' },
    ]);
  });

  it('retries later when all fail, then parks; nothing is lost', async () => {
    const message = await deliverOne({ to: 'down@sandbox.test' });
    expect(message).toMatchObject({ status: 'retrying', reason: 'all_failed' });
    for (let round = 0; round < 3; round++) {
      await sql()`update messages set due_at = now() where id = ${message.id}`;
      await deliverMessages(worker, [message.id]);
    }
    const parked = await getMessage(testContext, message.id);
    expect(parked).toMatchObject({ status: 'parked', dueAt: null, retryCount: 3 });
    expect(parked.attempts).toHaveLength(8);
  });

  it('keeps the message when there is no provider that may take it', async () => {
    const main = (await sql()`select id from providers where name = 'Main'`)[0]!;
    await updateProvider(testContext, { id: main.id, categories: ['transactional'] });
    const backup = (await sql()`select id from providers where name = 'Backup'`)[0]!;
    await updateProvider(testContext, { id: backup.id, active: false });
    const message = await deliverOne({ category: 'marketing' });
    expect(message).toMatchObject({ status: 'retrying', reason: 'no_provider', attempts: [] });
    expect(message.events.at(-1)).toMatchObject({ type: 'deferred', detail: { reason: 'no_provider' } });
    const { candidates } = message.events.at(-1)!.detail!;
    expect(candidates).toHaveLength(2);
    expect(candidates).toContainEqual({ provider: 'Backup', rank: null, reason: 'paused' });
    expect(candidates).toContainEqual({ provider: 'Main', rank: null, reason: 'wrong_category' });
    await updateProvider(testContext, { id: backup.id, active: true });
    await updateProvider(testContext, { id: main.id, categories: [...CATEGORIES] });
  });
});

describe('unknown outcomes', () => {
  it('are never handed to another provider; the same one tries again later', async () => {
    const message = await deliverOne({ to: 'timeout@sandbox.test' });
    expect(message).toMatchObject({ status: 'retrying', reason: 'uncertain' });
    expect(message.attempts.map((attempt) => attempt.provider)).toEqual(['Main']);
    await sql()`update messages set due_at = now() where id = ${message.id}`;
    await deliverMessages(worker, [message.id]);
    const again = await getMessage(testContext, message.id);
    expect(again.attempts.map((attempt) => attempt.provider)).toEqual(['Main', 'Main']);
    expect(again.attempts[1]?.candidates[1]?.reason).toBe('pinned_after_interruption');
  });

  it('stop a marketing message', async () => {
    const message = await deliverOne({
      to: 'timeout@sandbox.test',
      category: 'marketing',
      providers: ['Backup'],
    });
    expect(message).toMatchObject({ status: 'uncertain', dueAt: null });
  });
});

describe('claims', () => {
  it('belong to one worker only', async () => {
    const { id } = await makeMessage({});
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimMessages(newId(), [id])));
    expect(claims.flat()).toHaveLength(1);
  });

  it('are lost by a late worker, which then sends nothing', async () => {
    const { id } = await makeMessage({});
    const late = newId();
    const [claimed] = await claimMessages(late, [id]);
    await sql()`update messages set claimed_by = null, claimed_until = null where id = ${id}`;
    await deliverMessages(worker, [id]);
    const providerId = (await sql()`select id from providers where name = 'Main'`)[0]!.id;
    const start = {
      id: newId(),
      messageId: id,
      claimNo: claimed!.claimNo,
      workerId: late,
      providerId,
      provider: 'Main',
      candidates: [],
      sizeBytes: 0,
      longestMs: 60_000,
    };
    expect(await beginAttempt(start)).toBeNull();
    expect((await getMessage(testContext, id)).attempts).toHaveLength(1);
  });
});
