import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { resendMessage } from '@/lib/messages/resend';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { beginAttempt } from './begin-attempt';
import { claimMessages } from './claim';
import { deliverMessages } from './deliver';
import { settle } from './settle';

useTestDatabase();
useOneTry();
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
  expect(await beginAttempt({ ...attempt, candidates: [], sizeBytes: 0, longestMs: 60_000 })).not.toBeNull();
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

describe('interruptions in a row', () => {
  /** The worker that repeated it died, too. */
  async function die(id: string) {
    await stall(id);
    const outcomes = [{ address: EMAIL, outcome: 'unknown', code: 'interrupted' }];
    await sql()`
      update attempts set finished_at = now(), duration_ms = 0, outcomes = ${sql().json(outcomes)}
      where message_id = ${id} and finished_at is null`;
  }

  async function dieOften(times: number, retryCount = 0) {
    const { id } = await makeMessage();
    for (let round = 1; round < times; round++) await die(id);
    await stall(id);
    await sql()`update messages set retry_count = ${retryCount} where id = ${id}`;
    return deliver(id);
  }

  it('are repeated at once three times', async () => {
    expect(await dieOften(3)).toMatchObject({ status: 'sent', retryCount: 0 });
  });

  it('then wait as every other retry does', async () => {
    const message = await dieOften(4);
    expect(message).toMatchObject({ status: 'retrying', reason: 'interrupted', retryCount: 1 });
    expect(message.attempts).toHaveLength(4);
    expect(message.events.at(-1)).toMatchObject({ type: 'deferred', detail: { reason: 'interrupted' } });
    await sql()`update messages set due_at = now() where id = ${message.id}`;
    expect(await deliver(message.id)).toMatchObject({ status: 'sent', provider: 'Main' });
  });

  it('end as uncertain when the retries are used up', async () => {
    expect(await dieOften(7, 3)).toMatchObject({ status: 'uncertain', reason: 'interrupted', dueAt: null });
    expect(await findViolations(sql())).toEqual([]);
  });

  it('are counted from the last result that somebody gave', async () => {
    const { id } = await makeMessage({ to: 'down@sandbox.test' });
    for (let round = 0; round < 3; round++) await die(id);
    await sql()`update messages set recipients = jsonb_set(recipients, '{0,status}', '"waiting"') where id = ${id}`;
    expect(await deliver(id)).toMatchObject({ status: 'retrying', reason: 'all_failed' });
    await sql()`update messages set due_at = now() where id = ${id}`;
    await stall(id);
    // That the provider is down now does not tell what it did then.
    expect(await deliver(id)).toMatchObject({ status: 'retrying', reason: 'uncertain', retryCount: 2 });
  });
});

describe('a delivery that throws', () => {
  /** PostgreSQL takes no such row of an attempt, whatever the reason. */
  async function refuse(when: 'insert' | 'update') {
    const isWhen = when === 'insert' ? 'true' : `new.outcomes @> '[{"outcome": "accepted"}]'`;
    await sql().unsafe(`
      create or replace function refuse() returns trigger language plpgsql as $$
        begin if ${isWhen} then raise exception 'no' using errcode = '22P05'; end if; return new; end $$;
      create trigger refuse before ${when} on attempts for each row execute function refuse()`);
  }
  afterEach(() => sql()`drop trigger refuse on attempts`);

  it('is tried again by the schedule, and its attempt counts as interrupted', async () => {
    const { id } = await makeMessage();
    await refuse('update');
    const message = await deliver(id);
    expect(message).toMatchObject({ status: 'retrying', reason: 'interrupted', retryCount: 1 });
    expect(message.attempts).toMatchObject([{ outcomes: [{ outcome: 'unknown', code: 'interrupted' }] }]);
    expect(await findViolations(sql())).toEqual([]);
  });

  it('ends as uncertain when that goes on', async () => {
    const { id } = await makeMessage();
    await refuse('update');
    for (let round = 0; round < 4; round++) {
      await sql()`update messages set due_at = now() where id = ${id}`;
      await deliver(id);
    }
    expect(await deliver(id)).toMatchObject({ status: 'uncertain', attempts: { length: 4 } });
    expect(await findViolations(sql())).toEqual([]);
  });

  it('is parked in the end where nothing was begun', async () => {
    const { id } = await makeMessage();
    await refuse('insert');
    expect(await deliver(id)).toMatchObject({ status: 'retrying', reason: 'interrupted', retryCount: 1 });
    await sql()`update messages set retry_count = 3, due_at = now() where id = ${id}`;
    expect(await deliver(id)).toMatchObject({ status: 'parked', reason: 'interrupted', attempts: [] });
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
      channel: 'email',
      companyId: null,
      type: null,
      category: 'transactional',
      status: 'sent',
      reason: null,
      retryMs: null,
      retryCount: 0,
      recipients: [{ kind: 'to', address: EMAIL, status: 'accepted' }],
      attempts: [{ id: attemptId, durationMs: 5, outcomes, costMicros: 0 }],
      events: [],
    });
    expect(moved).toBeNull();
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
