import { beforeAll, describe, expect, it } from 'vitest';
import type { RecipientStatus } from '@/drizzle/schema/messages';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { COUNT_COLUMNS } from '@/lib/metrics/counts';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { rollUp } from '@/lib/metrics/roll-up';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { applyEvents, type ToldEvent } from './apply-events';
import { cancelMessage } from './cancel';
import { getMessage } from './get';
import { resendMessage } from './resend';

useTestDatabase();

const worker = newId();
beforeAll(() => makeProvider());

async function makeSent(to: string | string[], category: 'transactional' | 'marketing' = 'transactional') {
  const { id } = await makeMessage({ to, category });
  await deliverMessages(worker, [id]);
  return id;
}

function told(messageId: string, type: ToldType, facts: Partial<ToldEvent> = {}): ToldEvent {
  return { id: newId(), messageId, recipient: 'ana@example.com', type, at: new Date(), ...facts };
}

const read = (id: string) => getMessage(testContext, id);

it('what is told late stands where it happened', async () => {
  const id = await makeSent('ana@example.com');
  const at = Date.now();
  await applyEvents([told(id, 'clicked', { at: new Date(at + 20_000) })]);
  await applyEvents([told(id, 'opened', { at: new Date(at + 10_000) })]);
  expect((await read(id)).events.map(({ type }) => type)).toEqual(['queued', 'sent', 'opened', 'clicked']);
});

it('what a sandbox keeps no provider has: nothing that one tells changes it', async () => {
  const { name } = await makeProvider({ kind: 'sandbox' });
  const { id } = await makeMessage({ providers: [name] });
  await deliverMessages(worker, [id]);
  for (const type of ['delivered', 'bounced', 'opened', 'failed'] as const)
    await applyEvents([told(id, type)]);
  expect((await read(id)).status).toBe('captured');
});

describe('the state of a recipient', () => {
  /** In any order, the same is known in the end: providers tell things late and twice (Mailgun and SES promise no order). */
  it.each<[ToldType[], RecipientStatus, string]>([
    [['sent'], 'accepted', 'sent'],
    [['deferred'], 'accepted', 'sent'],
    [['delivered'], 'delivered', 'delivered'],
    [['delivered', 'sent', 'deferred'], 'delivered', 'delivered'],
    // The server took it and sent it back later.
    [['delivered', 'bounced'], 'bounced', 'bounced'],
    [['bounced', 'delivered'], 'bounced', 'bounced'],
    [['failed'], 'failed', 'failed'],
    [['complained', 'delivered'], 'complained', 'delivered'],
    // Who opens it has it; that takes nothing back.
    [['opened'], 'delivered', 'delivered'],
    [['clicked', 'delivered', 'opened'], 'delivered', 'delivered'],
    [['complained', 'unsubscribed'], 'complained', 'delivered'],
  ])('after %j is %s, and the message %s', async (types, state, status) => {
    const id = await makeSent('ana@example.com');
    for (const type of types) expect(await applyEvents([told(id, type)])).toEqual(['noted']);
    const message = await read(id);
    expect(message).toMatchObject({ status, recipients: [{ status: state }] });
    expect(message.events.map(({ type }) => type).toSorted()).toEqual(
      ['queued', 'sent', ...types].toSorted(),
    );
    const together = await makeSent('ana@example.com');
    await applyEvents(types.map((type) => told(together, type)));
    expect(await read(together)).toMatchObject({ status, recipients: [{ status: state }] });
  });

  it('is not moved by a machine that looks at it, nor by one of several whom nobody knows', async () => {
    const id = await makeSent('ana@example.com');
    const byMachine = told(id, 'clicked', { detail: { machine: 'scanner' } });
    const bySomebody = told(id, 'opened', { recipient: null });
    expect(await applyEvents([byMachine, bySomebody])).toEqual(['noted', 'noted']);
    const message = await read(id);
    expect(message).toMatchObject({ status: 'sent', recipients: [{ status: 'accepted' }] });
    expect(message.events.slice(-2)).toMatchObject([
      { type: 'clicked', recipient: 'ana@example.com', detail: { machine: 'scanner' } },
      { type: 'opened', recipient: null },
    ]);
  });

  it('keeps the words of the server', async () => {
    const id = await makeSent('ana@example.com');
    await applyEvents([told(id, 'bounced', { detail: { code: '550', reply: '5.1.1 no such user' } })]);
    expect((await read(id)).recipients).toMatchObject([
      { code: '550', reply: '5.1.1 no such user', told: true },
    ]);
  });

  it('is found however the provider spells the address', async () => {
    const id = await makeSent('Ana@Müller.example');
    await applyEvents([told(id, 'delivered', { recipient: 'ana@xn--mller-kva.example' })]);
    const message = await read(id);
    expect(message.recipients).toMatchObject([{ address: 'Ana@Müller.example', status: 'delivered' }]);
    expect(message.events.at(-1)).toMatchObject({ type: 'delivered', recipient: 'Ana@Müller.example' });
  });

  it('of an address that is none of its recipients changes nothing, but is noted', async () => {
    const id = await makeSent('ana@example.com');
    await applyEvents([told(id, 'bounced', { recipient: 'forwarded@example.com' })]);
    const message = await read(id);
    expect(message).toMatchObject({ status: 'sent', recipients: [{ status: 'accepted' }] });
    expect(message.events.at(-1)).toMatchObject({ type: 'bounced', recipient: 'forwarded@example.com' });
  });
});

describe('the state of the message', () => {
  it('is delivered once all have it', async () => {
    const id = await makeSent(['ana@example.com', 'luis@example.com']);
    const { finishedAt } = await read(id);
    await applyEvents([told(id, 'delivered')]);
    expect(await read(id)).toMatchObject({ status: 'sent', reason: null });
    await applyEvents([told(id, 'delivered', { recipient: 'luis@example.com' })]);
    expect(await read(id)).toMatchObject({ status: 'delivered', reason: null, finishedAt });
  });

  it('is delivered to the others where one bounced', async () => {
    const id = await makeSent(['ana@example.com', 'luis@example.com']);
    await applyEvents([told(id, 'delivered'), told(id, 'bounced', { recipient: 'luis@example.com' })]);
    expect(await read(id)).toMatchObject({ status: 'delivered', reason: 'recipient_refused' });
  });

  it('is decided for one that nobody knew the outcome of', async () => {
    const id = await makeSent('timeout@sandbox.test', 'marketing');
    expect(await read(id)).toMatchObject({ status: 'uncertain' });
    await applyEvents([told(id, 'delivered', { recipient: 'timeout@sandbox.test' })]);
    expect(await read(id)).toMatchObject({ status: 'delivered', reason: null, dueAt: null });
  });

  it('stays canceled where a person canceled it', async () => {
    const id = await makeSent('timeout@sandbox.test', 'marketing');
    await cancelMessage(testContext, { id });
    await applyEvents([told(id, 'delivered', { recipient: 'timeout@sandbox.test' })]);
    expect(await read(id)).toMatchObject({ status: 'canceled', recipients: [{ status: 'delivered' }] });
  });
});

describe('an event', () => {
  it('told twice counts once, also after the message was sent again', async () => {
    const id = await makeSent('ana@example.com');
    const bounce = told(id, 'bounced');
    expect(await applyEvents([bounce, bounce])).toEqual(['noted', 'repeated']);
    await resendMessage(testContext, { id });
    expect(await applyEvents([bounce])).toEqual(['repeated']);
    const message = await read(id);
    expect(message).toMatchObject({ status: 'queued', recipients: [{ status: 'waiting' }] });
    expect(message.recipients[0]).not.toHaveProperty('told');
    expect(message.events.filter(({ type }) => type === 'bounced')).toHaveLength(1);
  });

  it('of before a person sent it again takes nobody out, unless they have it', async () => {
    const id = await makeSent(
      ['bounce@sandbox.test', 'ana@example.com', 'timeout@sandbox.test'],
      'marketing',
    );
    const at = new Date(Date.now() - 60_000);
    await resendMessage(testContext, { id });
    await applyEvents([
      told(id, 'bounced', { recipient: 'timeout@sandbox.test', at }),
      told(id, 'delivered', { recipient: 'bounce@sandbox.test', at }),
    ]);
    expect((await read(id)).recipients.map(({ status }) => status)).toEqual([
      'delivered',
      'accepted',
      'waiting',
    ]);
  });

  it('of a message that is not there is none', async () => {
    const id = await makeSent('ana@example.com');
    expect(await applyEvents([told(newId(), 'delivered'), told(id, 'delivered')])).toEqual([
      'no_message',
      'noted',
    ]);
    expect(await applyEvents([])).toEqual([]);
  });
});

it('figures are the same when they are rebuilt', async () => {
  const figures = async () => {
    await rollUp();
    return sql()`select hour, provider_id, category, ${sql().unsafe(COUNT_COLUMNS)} from delivery_hours order by 1, 2, 3`;
  };
  const before = await figures();
  const bounced = await makeSent('ana@example.com');
  const doubtful = await makeSent('timeout@sandbox.test', 'marketing');
  await applyEvents([
    told(bounced, 'bounced'),
    told(doubtful, 'delivered', { recipient: 'timeout@sandbox.test' }),
    told(doubtful, 'complained', { recipient: 'timeout@sandbox.test' }),
  ]);
  const counted = await figures();
  expect(counted).not.toEqual(before);
  await rebuildRollUps(testContext);
  expect(await figures()).toEqual(counted);
});

it('sends what came back to who did not get it, when a person says so', async () => {
  const id = await makeSent('ana@example.com');
  await applyEvents([told(id, 'bounced')]);
  await resendMessage(testContext, { id });
  await deliverMessages(worker, [id]);
  const message = await read(id);
  expect(message).toMatchObject({ status: 'sent', recipients: [{ status: 'accepted' }] });
  expect(message.attempts).toHaveLength(2);
});
