import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { resendMessage } from '@/lib/messages/resend';
import { forgetSettings } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { suppress, unsuppress } from '@/lib/suppressions/suppress';
import { useSuppressions, useTestDatabase } from '@/lib/testing/database';
import { deliverAgain, deliverOne } from '@/lib/testing/deliver';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';

useTestDatabase();
useSuppressions();
let providerId = '';
beforeAll(async () => {
  ({ id: providerId } = await makeProvider());
});

let count = 0;
const newAddress = () => `ana${++count}@example.com`;

async function tell(messageId: string, recipient: string, type: ToldType, facts: Partial<ToldEvent> = {}) {
  const event = { id: newId(), messageId, recipient, type, at: new Date(), providerId, ...facts };
  await applyEvents([event]);
  return event;
}

const FULL = { reason: 'mailbox_full', code: '452', reply: '452 4.2.2 The mailbox is full' };

async function tellFull(to: string, times: number) {
  for (let n = 0; n < times; n++) {
    const { id } = await deliverOne({ to });
    await tell(id, to, 'failed', { detail: FULL });
  }
}

describe('a bounce', () => {
  test('holds back the next message, with the reason', async () => {
    const to = newAddress();
    const first = await deliverOne({ to });
    await tell(first.id, to, 'bounced', { detail: { code: '550', reply: '550 5.1.1 No such user' } });
    expect(await deliverOne({ to })).toMatchObject({
      status: 'suppressed',
      reason: 'suppressed',
      summary: 'Not sent: the recipient is on the list of suppressions',
      recipients: [
        { status: 'suppressed', reply: '550 5.1.1 No such user', suppressed: { cause: 'hard_bounce' } },
      ],
      attempts: [],
      events: [{ type: 'queued' }, { type: 'suppressed', recipient: to }],
    });
  });

  test('at the time of sending does the same', async () => {
    const to = `bounce+${++count}@sandbox.example`;
    const made = await deliverOne({ to });
    await tell(made.id, to, 'bounced');
    expect(await deliverOne({ to: to.toUpperCase() })).toMatchObject({ status: 'suppressed' });
  });

  test('leaves the others of a message alone', async () => {
    const [gone, here] = [newAddress(), newAddress()];
    await suppress({ companyId: null, address: gone, cause: 'hard_bounce', category: null });
    const message = await deliverOne({ to: [gone, here] });
    expect(message).toMatchObject({
      status: 'sent',
      recipients: [{ status: 'suppressed' }, { status: 'accepted' }],
      partly: { reached: 1, of: 2 },
    });
    expect(message.attempts[0]!.outcomes.map(({ address }) => address)).toEqual([here]);
  });

  test('of one company says nothing to another', async () => {
    const to = newAddress();
    const [one, two] = [await makeCompany(), await makeCompany()];
    const { id } = await deliverOne({ to, company: one.id });
    await tell(id, to, 'bounced');
    expect(await deliverOne({ to, company: two.id })).toMatchObject({ status: 'sent' });
    expect(await deliverOne({ to, company: one.id })).toMatchObject({ status: 'suppressed' });
  });

  test('told of somebody who was not written to suppresses nobody', async () => {
    const [to, other] = [newAddress(), newAddress()];
    const { id } = await deliverOne({ to });
    await tell(id, other, 'bounced');
    expect(await deliverOne({ to: other })).toMatchObject({ status: 'sent' });
  });

  test('that a sandbox played suppresses nobody', async () => {
    const to = newAddress();
    const { id: sandbox } = await makeProvider({ kind: 'sandbox', fromEmail: undefined });
    const { id } = await deliverOne({ to });
    await tell(id, to, 'bounced', { providerId: sandbox });
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
  });

  test('for a fault of ours is none', async () => {
    const to = newAddress();
    const { id } = await deliverOne({ to });
    await tell(id, to, 'failed', { detail: { reason: 'blocked', reply: '550 5.7.1 blocked by a list' } });
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
  });
});

describe('a full mailbox', () => {
  test('is left alone after five in a row', async () => {
    const to = newAddress();
    await tellFull(to, 4);
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
    await tellFull(to, 1);
    const held = await deliverOne({ to });
    expect(held).toMatchObject({
      status: 'suppressed',
      recipients: [{ suppressed: { cause: 'soft_bounces' } }],
    });
    // 30 days, as the settings say.
    const days = (Date.parse(held.recipients[0]!.suppressed!.until!) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  test('counts anew after a delivery, which lifts it', async () => {
    const to = newAddress();
    await tellFull(to, 3);
    const { id } = await deliverOne({ to });
    await tell(id, to, 'delivered');
    await tellFull(to, 4);
    const last = await deliverOne({ to });
    expect(last).toMatchObject({ status: 'sent' });
    await tellFull(to, 1);
    expect(await deliverOne({ to })).toMatchObject({ status: 'suppressed' });
    await tell(last.id, to, 'delivered', { at: new Date(Date.now() + 1_000) });
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
  });

  test('is one, however often it is told of one message', async () => {
    const to = newAddress();
    const { id } = await deliverOne({ to });
    for (let n = 0; n < 6; n++) await tell(id, to, 'failed', { detail: FULL });
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
  });
});

describe('a complaint', () => {
  test('stops marketing, and receipts only by the setting', async () => {
    const to = newAddress();
    const { id } = await deliverOne({ to });
    await tell(id, to, 'complained');
    expect(await deliverOne({ to, category: 'marketing' })).toMatchObject({ status: 'suppressed' });
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
    await updateSettings(testContext, { delivery: { suppressions: { complaintStopsTransactional: true } } });
    expect(await deliverOne({ to })).toMatchObject({ status: 'suppressed' });
    await updateSettings(testContext, { delivery: { suppressions: { complaintStopsTransactional: false } } });
    forgetSettings();
  });
});

describe('told again', () => {
  test('the same event changes nothing', async () => {
    const to = newAddress();
    const { id } = await deliverOne({ to });
    const event = await tell(id, to, 'bounced');
    await applyEvents([event, event]);
    const [row] = await sql()`select times from bounces where address = ${to}`;
    expect(row).toEqual({ times: 1 });
  });

  test('what was lifted stays so, whatever is told late of before', async () => {
    const to = newAddress();
    const first = await deliverOne({ to });
    const second = await deliverOne({ to });
    const before = new Date();
    await tell(first.id, to, 'bounced', { at: before });
    await unsuppress({ companyId: null, address: to, cause: 'hard_bounce', category: null });
    await tell(second.id, to, 'bounced', { at: before });
    expect(await deliverOne({ to })).toMatchObject({ status: 'sent' });
  });
});

describe('by a person', () => {
  test('is sent anyway', async () => {
    const to = newAddress();
    await suppress({ companyId: null, address: to, cause: 'manual', category: null, reason: 'left us' });
    const { id } = await deliverOne({ to });
    await resendMessage(testContext, { id });
    expect((await deliverAgain([id]))[0]).toMatchObject({ status: 'suppressed' });
    await resendMessage(testContext, { id, anyway: true });
    expect((await deliverAgain([id]))[0]).toMatchObject({ status: 'sent', recipients: [{ anyway: true }] });
  });

  test('what waits is judged when it is sent', async () => {
    const to = newAddress();
    const { id } = await makeMessage({ to });
    await suppress({ companyId: null, address: to, cause: 'unsubscribe', category: 'transactional' });
    expect((await deliverAgain([id]))[0]).toMatchObject({ status: 'suppressed' });
  });
});
