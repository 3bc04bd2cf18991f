import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/database/db';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { beginAttempt } from './begin-attempt';
import { claimMessages } from './claim';
import { deliverMessages } from './deliver';
import { describeOutcomes } from './describe-outcome';
import { decide } from './next-state';
import { applyOutcomes } from './recipient-outcomes';
import { settle } from './settle';

useTestDatabase();

const A = 'ana@example.com';
const B = 'berta@example.com';
const worker = newId();
const retries = {
  faultMinutes: [5],
  deferralMinutes: [5],
  repeatUncertain: ['transactional' as const],
  immediateTries: 1,
  immediateDelaySeconds: 5,
  secondCopyAfterMinutes: 30,
};
let provider: { id: string; name: string };

beforeAll(async () => {
  provider = await makeProvider();
});

/** Some of these were made by hand, up to where a worker died: no invariant of another test is about them. */
beforeEach(async () => {
  for (const table of ['messages', 'message_bodies', 'attempts', 'events'])
    await sql()`delete from ${sql()(table)}`;
});

/** A message to both, in the hands of a worker that has sent it: what it is about to write. */
async function send(outcomes: StoredOutcome[]) {
  const { id } = await makeMessage({ to: [A, B] });
  const [message] = await claimMessages(worker, [id]);
  const attempt = { id: newId(), costMicros: 0 };
  const claim = { messageId: id, workerId: worker, claimNo: message!.claimNo };
  await beginAttempt({
    ...attempt,
    ...claim,
    providerId: provider.id,
    provider: provider.name,
    candidates: [],
    sizeBytes: 0,
    longestMs: 60_000,
  });
  const recipients = applyOutcomes(message!.recipients, outcomes);
  const decision = decide({ ...message!, recipients, outcomes, retries });
  const settlement = {
    ...claim,
    ...decision,
    channel: 'email',
    companyId: null,
    type: null,
    category: 'transactional',
    providerId: provider.id,
    recipients,
    attempts: [{ ...attempt, durationMs: 5, outcomes }],
    events: describeOutcomes(decision, outcomes, { providerId: provider.id }),
  };
  return { id, settle: () => settle(settlement) };
}

function tell(messageId: string, recipient: string, type: ToldType = 'delivered') {
  return applyEvents([
    {
      id: newId(),
      messageId,
      recipient,
      type,
      at: new Date(),
      providerId: provider.id,
      detail: { reply: 'told' },
    },
  ]);
}

/** The second one is to be tried again. */
const ONE_OF_TWO: StoredOutcome[] = [
  { address: A, outcome: 'accepted', code: '250', reply: 'queued', providerMessageId: 'p-1' },
  { address: B, outcome: 'refused', fault: 'recipient', permanent: false, code: '451', reply: 'later' },
];

async function expectNothingLost(id: string): Promise<void> {
  const message = await getMessage(testContext, id);
  expect(message.recipients).toMatchObject([
    { address: A, status: 'accepted', reply: 'queued', providerMessageId: 'p-1' },
    { address: B, status: 'delivered', reply: 'told', told: true },
  ]);
  expect(message).toMatchObject({ status: 'sent', reason: null, dueAt: null });
  expect(message.events.map(({ type, recipient }) => `${type} ${recipient}`)).toEqual(
    expect.arrayContaining([`sent ${A}`, `deferred ${B}`, `delivered ${B}`]),
  );
}

describe('what a provider tells of one recipient while a result about another is written', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('%s it is kept', async (_order, isFirst) => {
    const message = await send(ONE_OF_TWO);
    if (isFirst) await tell(message.id, B);
    await message.settle();
    if (!isFirst) await tell(message.id, B);
    await expectNothingLost(message.id);
  });

  it('is kept in 400 races', { timeout: 120_000 }, async () => {
    const messages = [];
    for (let n = 0; n < 400; n++) messages.push(await send(ONE_OF_TWO));
    // Results are settled together; what is told comes one by one, from both ends.
    for (let from = 0; from < messages.length; from += 40) {
      const round = messages.slice(from, from + 40);
      await Promise.all(
        round.flatMap((message, n) => {
          const both = [() => message.settle(), () => tell(message.id, B)];
          return (n % 2 ? both : both.reverse()).map((start) => start());
        }),
      );
    }
    for (const { id } of messages) await expectNothingLost(id);
    expect(await findViolations(sql())).toEqual([]);
  });

  it('is kept where each waits for the other with the row as it was before', async () => {
    for (const isFirst of [true, false]) {
      const message = await send(ONE_OF_TWO);
      const both = [() => message.settle(), () => tell(message.id, B)];
      const running: Promise<unknown>[] = [];
      await sql().begin(async (tx) => {
        await tx`select from messages where id = ${message.id} for update`;
        for (const start of isFirst ? both : both.reverse()) {
          running.push(start());
          await untilWaiting(running.length);
        }
      });
      await Promise.all(running);
      await expectNothingLost(message.id);
    }
  });
});

/** So many statements of this database wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  for (let look = 0; look < 10_000; look++) {
    const [row] = await sql()<{ waiting: number }[]>`
      select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row!.waiting >= count) return;
  }
  throw new Error('nobody waits');
}

describe('a delivery of which all recipients were told meanwhile', () => {
  it('goes no further under its claim', async () => {
    const message = await send([
      { address: A, outcome: 'refused', fault: 'provider' },
      { address: B, outcome: 'refused', fault: 'provider' },
    ]);
    await tell(message.id, A);
    await tell(message.id, B, 'bounced');
    await message.settle();
    expect(await getMessage(testContext, message.id)).toMatchObject({
      status: 'delivered',
      reason: 'recipient_refused',
      dueAt: null,
      recipients: [{ status: 'delivered' }, { status: 'bounced' }],
    });
  });

  it('comes to rest although its worker died over it', async () => {
    const { id } = await send([]);
    await tell(id, A);
    await tell(id, B);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sending' });
    await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'delivered', dueAt: null });
    expect(message.attempts).toHaveLength(1);
  });

  it('comes to rest although its worker died before it began', async () => {
    const { id } = await makeMessage({ to: [A] });
    await claimMessages(worker, [id]);
    await tell(id, A);
    await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
    await deliverMessages(worker, [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'delivered', attempts: [] });
  });
});
