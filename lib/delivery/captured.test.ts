import { beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { cancelMessage } from '@/lib/messages/cancel';
import { getMessage } from '@/lib/messages/get';
import { resendMessage } from '@/lib/messages/resend';
import { resendMessages } from '@/lib/messages/resend-many';
import { ResendInput } from '@/lib/messages/schema';
import { waitForOutcome } from '@/lib/messages/wait';
import { forgetProviders } from '@/lib/providers/cache';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { deliverMessages } from './deliver';

useTestDatabase();

beforeEach(async () => {
  for (const table of ['messages', 'message_bodies', 'attempts', 'events', 'delivery_minutes'])
    await sql()`delete from ${sql()(table)}`;
  await sql()`delete from providers`;
  forgetProviders();
  await closeBreakers();
});

const makeSandbox = (name = 'Sandbox') => makeProvider({ name, kind: 'sandbox', costPerMessage: '0.01' });

async function deliver(input: Parameters<typeof makeMessage>[0] = {}) {
  const { id } = await makeMessage(input);
  await deliverMessages(newId(), [id]);
  return getMessage(testContext, id);
}

const statesOf = ({ recipients }: Awaited<ReturnType<typeof deliver>>) =>
  recipients.map(({ status }) => status);

it('keeps what it takes while nobody else is there, and says sent of none of it', async () => {
  await makeSandbox();
  const message = await deliver({ to: ['ana@example.com', 'bounce@sandbox.test'] });
  expect(message.status).toBe('captured');
  expect(statesOf(message)).toEqual(['captured', 'bounced']);
  expect(message.attempts[0]).toMatchObject({ cost: '0', outcomes: [{ outcome: 'captured' }, {}] });
  expect(message.events.map(({ type }) => type)).toEqual(['queued', 'captured', 'bounced']);
  const outcome = await waitForOutcome(testContext, message.id, 5);
  expect(outcome).toMatchObject({
    status: 'captured',
    summary: 'Kept in the sandbox for 1 of 2, nobody received it; bounce@sandbox.test refused there',
  });
  const [figures] = await sql()`
    select sum(messages_sent)::int as sent, sum(messages_captured)::int as captured, sum(attempts_captured)::int as attempts,
      sum(recipients_sent)::int as recipients, sum(cost_micros)::int as cost from delivery_minutes`;
  expect(figures).toEqual({ sent: 0, captured: 1, attempts: 1, recipients: 0, cost: 0 });
  expect(await findViolations(sql())).toEqual([]);
});

it('takes nothing of what a real provider is there for, be it paused or failing', async () => {
  await makeSandbox();
  const real = await makeProvider({ name: 'Real', priority: 0 });
  expect((await deliver()).provider).toBe('Real');
  await sql()`update providers set active = false where id = ${real.id}`;
  forgetProviders();
  const waiting = await deliver();
  expect(waiting.status).not.toBe('captured');
  expect(waiting.attempts).toEqual([]);
  await sql()`update providers set active = true where id = ${real.id}`;
  forgetProviders();
  const failed = await deliver({ to: 'down@sandbox.test' });
  expect(failed.attempts.map(({ provider }) => provider)).toEqual(failed.attempts.map(() => 'Real'));
  expect(failed.attempts[0]!.candidates).toContainEqual(
    expect.objectContaining({ provider: 'Sandbox', rank: null, reason: 'sandbox' }),
  );
}, 30_000);

it('takes what names it', async () => {
  await makeSandbox();
  await makeProvider({ name: 'Real' });
  expect((await deliver({ providers: ['Sandbox'] })).status).toBe('captured');
});

it('sends for real what it kept, to those it kept it for, once somebody can', async () => {
  await makeSandbox();
  const message = await deliver({
    to: ['ana@example.com', 'bounce@sandbox.test'],
    providers: ['Sandbox'],
  });
  await expect(resendMessage(testContext, { id: message.id })).rejects.toMatchObject({
    code: 'not_resendable',
    detail: expect.stringContaining('once there is a provider that is no sandbox'),
  });
  const many = ResendInput.parse({ filter: { status: ['captured'] } });
  await expect(resendMessages(testContext, many)).rejects.toThrow(
    /once there is a provider that is no sandbox/,
  );
  await makeProvider({ name: 'Real' });
  expect(await resendMessages(testContext, many)).toEqual({ matched: 1, resent: 1 });
  await deliverMessages(newId(), [message.id]);
  const sent = await getMessage(testContext, message.id);
  expect(sent).toMatchObject({ status: 'sent', provider: 'Real' });
  expect(statesOf(sent)).toEqual(['accepted', 'bounced']);
  expect(await findViolations(sql())).toEqual([]);
});

it('never sends a test for real', async () => {
  await makeSandbox();
  await makeProvider({ name: 'Real' });
  const { id } = await makeMessage();
  await sql()`update messages set test = true where id = ${id}`;
  await deliverMessages(newId(), [id]);
  expect((await getMessage(testContext, id)).status).toBe('captured');
  await expect(resendMessage(testContext, { id })).rejects.toMatchObject({ code: 'not_resendable' });
});

it('does not mix up those who received it and those it was kept from', async () => {
  await makeSandbox();
  await makeProvider({ name: 'Real' });
  const { id } = await makeMessage({ to: ['ana@example.com', 'ben@example.com'], providers: ['Sandbox'] });
  await sql()`
    update messages set recipients = jsonb_set(recipients, '{0,status}', '"accepted"'), status = 'retrying' where id = ${id}`;
  await deliverMessages(newId(), [id]);
  const mixed = await getMessage(testContext, id);
  expect([mixed.status, ...statesOf(mixed)]).toEqual(['sent', 'accepted', 'captured']);
  await resendMessage(testContext, { id });
  await deliverMessages(newId(), [id]);
  const all = await getMessage(testContext, id);
  expect([all.status, ...statesOf(all)]).toEqual(['sent', 'accepted', 'accepted']);
  expect(all.attempts.map(({ outcomes }) => outcomes.map(({ address }) => address))).toEqual([
    ['ben@example.com'],
    ['ben@example.com'],
  ]);
});

it('a message canceled when a sandbox had it for some was kept, not sent', async () => {
  await makeSandbox();
  const message = await deliver({ to: ['ana@example.com', 'throttle@sandbox.test'] });
  expect(message.status).toBe('retrying');
  expect(await cancelMessage(testContext, { id: message.id })).toMatchObject({ status: 'captured' });
});
