import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { beginAttempt } from './attempt';
import { claimMessages } from './claim';
import { deliverMessages } from './deliver';
import { getMessage } from './get';
import { resendMessage } from './resend';
import { settle } from './settle';

useTestDatabase();
beforeEach(closeBreakers);

const worker = newId();
const EMAIL = 'ana@example.com';
let mainId = '';

beforeAll(async () => {
  mainId = (await makeProvider({ name: 'Main', priority: 90 })).id;
  await makeProvider({ name: 'Backup', priority: 10 });
});

/** A worker begins to send through Main and is given up for dead. */
async function stall(id: string) {
  const workerId = newId();
  const [claimed] = await claimMessages(workerId, [id]);
  const { claimNo } = claimed!;
  const attempt = { id: newId(), messageId: id, claimNo, workerId, providerId: mainId, provider: 'Main' };
  expect(await beginAttempt({ ...attempt, candidates: [], sizeBytes: 0 })).not.toBeNull();
  await sql()`update messages set claimed_by = null, claimed_until = null where id = ${id}`;
  return attempt;
}

async function deliver(id: string) {
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

describe('an interrupted attempt', () => {
  it('is repeated by the same provider for a transactional message', async () => {
    const { id } = await makeMessage();
    await stall(id);
    const message = await deliver(id);
    expect(message.status).toBe('sent');
    expect(message.attempts.map((attempt) => attempt.provider)).toEqual(['Main', 'Main']);
    expect(message.attempts[0]?.outcomes[0]).toMatchObject({ outcome: 'unknown', code: 'interrupted' });
    expect(message.events.map((event) => event.type)).toEqual(['queued', 'uncertain', 'sent']);
  });

  it('leaves a marketing message uncertain', async () => {
    const { id } = await makeMessage({ category: 'marketing' });
    await stall(id);
    expect(await deliver(id)).toMatchObject({ status: 'uncertain', reason: 'interrupted' });
  });
});

describe('a result that came after its worker was given up', () => {
  /** The worker wakes up and writes what became of its send, which moves the message no more. */
  async function stallAndWake(
    input: Parameters<typeof makeMessage>[0],
    ...results: Partial<StoredOutcome>[]
  ) {
    const { id } = await makeMessage(input);
    const { id: attemptId, ...claim } = await stall(id);
    const outcomes = results.map(
      (result): StoredOutcome => ({ address: EMAIL, outcome: 'refused', ...result }),
    );
    const moved = await settle({
      ...claim,
      category: 'transactional',
      status: 'sent',
      reason: null,
      retryMs: null,
      retryCount: 0,
      recipients: [{ kind: 'to', email: EMAIL, status: 'accepted' }],
      attempts: [{ id: attemptId, durationMs: 5, outcomes, costMicros: 0 }],
      events: [],
    });
    expect(moved).toBe(false);
    return id;
  }

  it('ends the message, which is sent only once', async () => {
    const id = await stallAndWake({}, { outcome: 'accepted', code: '250' });
    const message = await deliver(id);
    expect(message).toMatchObject({ status: 'sent', provider: 'Main', recipients: [{ status: 'accepted' }] });
    expect(message.attempts).toHaveLength(1);
    expect(message.events.map((event) => event.type)).toEqual(['queued', 'sent']);
    expect(await findViolations(sql())).toEqual([]);
  });

  it('keeps those who have it from getting it again with the others', async () => {
    const id = await stallAndWake(
      { to: [EMAIL, 'ben@example.com'] },
      { outcome: 'accepted' },
      { address: 'ben@example.com', fault: 'recipient', permanent: false },
    );
    expect(await deliver(id)).toMatchObject({ status: 'retrying', reason: 'deferred', retryCount: 1 });
    await sql()`update messages set due_at = now() where id = ${id}`;
    const message = await deliver(id);
    expect(message.status).toBe('sent');
    expect(message.attempts[1]?.outcomes.map(({ address }) => address)).toEqual(['ben@example.com']);
  });

  it('is never handed to another provider when it is unknown', async () => {
    const unknown = { outcome: 'unknown', code: 'ETIMEDOUT' } as const;
    const [marketing, transactional] = [
      await stallAndWake({ category: 'marketing' }, unknown),
      await stallAndWake({}, unknown),
    ];
    await updateProvider(testContext, { id: mainId, active: false });
    expect(await deliver(marketing)).toMatchObject({ status: 'uncertain', dueAt: null });
    expect(await deliver(transactional)).toMatchObject({ status: 'retrying', reason: 'uncertain' });
    await updateProvider(testContext, { id: mainId, active: true });
    await sql()`update messages set due_at = now() where id = ${transactional}`;
    const message = await deliver(transactional);
    expect(message.attempts.map(({ provider }) => provider)).toEqual(['Main', 'Main']);
  });

  it('is no news of a provider that failed: the next one is asked', async () => {
    const id = await stallAndWake({}, { fault: 'provider', code: 'ECONNREFUSED' });
    expect(await deliver(id)).toMatchObject({ status: 'sent', attempts: [{}, {}] });
  });

  it('counts no more once a person sent the message again', async () => {
    const { id } = await makeMessage({ category: 'marketing' });
    await stall(id);
    expect(await deliver(id)).toMatchObject({ status: 'uncertain' });
    await resendMessage(testContext, { id });
    expect(await deliver(id)).toMatchObject({ status: 'sent', attempts: [{}, {}] });
  });
});
