import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { getMessage } from '@/lib/messages/get';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { advanceNotifications } from './advance';
import { cancelNotification } from './cancel';
import { sendDigests } from './digest';
import { getNotification } from './list';
import { updatePreferences } from './preferences/save';
import { updateType } from './types/change';
import { forgetTypes } from './types/prepared';

useDatabaseForEachTest();
beforeEach(async () => {
  forgetTypes();
  // A Tuesday, 9:30 in Asunción.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T12:30:00Z') });
  await makeProvider();
});
afterEach(() => void vi.useRealTimers());

const messages = () => sql()<{ id: string; type: string }[]>`select id, type from messages order by id`;

async function makeReader(digest: 'daily' | 'weekly', marketing = false) {
  const type = await makeType({
    marketing,
    collectable: true,
    steps: [{ channel: 'email' }, { channel: 'sms' }],
    template: 'payment-pending',
    texts: { es: 'Debe {{ concept }}.', en: 'You owe {{ concept }}.' },
    variables: [],
  });
  const { id } = await makeContact({
    ...{ email: 'ana@example.com', phone: '+595981123456', name: 'Ana' },
    ...{ language: 'en', timeZone: 'America/Asuncion' },
  });
  await updatePreferences(testContext, { id, digests: { [type.key]: digest } });
  const tell = (concept: string) =>
    makeNotification({
      type: type.key,
      contact: id,
      variables: { amount: 5_000, concept, due_on: '2026-12-09' },
    });
  return { id, type, tell };
}

it('what somebody wants in one mail a day waits for the morning there, and goes once, with all of it', async () => {
  const { tell } = await makeReader('daily');
  const told = [await tell('Milk'), await tell('<Bread>')];
  expect(told[0]).toMatchObject({
    state: 'waiting',
    channels: [
      { channel: 'email', state: 'planned', reason: 'in_digest' },
      { channel: 'sms', state: 'skipped', reason: 'in_digest' },
    ],
  });
  await sendDigests(new Date('2026-12-02T11:59:00Z'));
  await advanceNotifications(new Date('2026-12-02T11:59:00Z'));
  expect(await messages()).toHaveLength(0);
  const morning = new Date('2026-12-02T12:01:00Z');
  await Promise.all([sendDigests(morning), sendDigests(morning)]);
  await sendDigests(morning);
  const all = await messages();
  expect(all).toMatchObject([{ type: 'digest' }]);
  const { subject, text, html } = (await getMessage(testContext, all[0]!.id)) as unknown as Record<
    string,
    string
  >;
  expect(subject).toBe('2 notifications from Relevo');
  expect(text).toContain('You owe Milk.');
  const [body] = await sql()`select html from message_bodies where message_id = ${all[0]!.id}`;
  expect(html ?? body!.html).toContain('You owe &#60;Bread&#62;.');
  const { channels } = await getNotification(testContext, { id: told[1]!.id });
  expect(channels[0]).toMatchObject({ messageId: all[0]!.id, reason: null });
  // What is told after it is of the next one.
  vi.setSystemTime(new Date('2026-12-02T12:00:01Z'));
  await tell('Salt');
  await sendDigests(new Date('2026-12-02T20:00:00Z'));
  expect(await messages()).toHaveLength(1);
  await sendDigests(new Date('2026-12-03T12:01:00Z'));
  expect(await messages()).toHaveLength(2);
});

it('whoever ends between the mail and its note sends no second one, whatever changed meanwhile', async () => {
  const { tell } = await makeReader('daily');
  const [milk, bread] = [await tell('Milk'), await tell('Bread')];
  await sendDigests(new Date('2026-12-02T12:01:00Z'));
  const [first] = await messages();
  // As it stood before the note, and one of them is canceled.
  await sql()`update notification_steps set state = 'planned', message_id = null where channel = 'email'`;
  await sql()`update notifications set state = 'waiting', next_at = null, digest_at = '2026-12-02T12:00:00Z'`;
  await cancelNotification(testContext, { id: bread.id });
  await sendDigests(new Date('2026-12-02T12:02:00Z'));
  expect(await messages()).toHaveLength(1);
  const { channels } = await getNotification(testContext, { id: milk.id });
  expect(channels[0]).toMatchObject({ messageId: first!.id });
});

it('is nothing to wait for where somebody wants no mail: the other channels tell at once', async () => {
  const { id, type, tell } = await makeReader('daily');
  await updatePreferences(testContext, { id, types: { [type.key]: { email: false } } });
  expect(await tell('Milk')).toMatchObject({
    state: 'waiting',
    channels: [
      { channel: 'email', state: 'skipped', reason: 'not_wanted' },
      { channel: 'sms', state: 'handed_over' },
    ],
  });
});

it('is advertising where its types are', async () => {
  const { tell } = await makeReader('daily', true);
  await tell('Milk');
  await sendDigests(new Date('2026-12-02T12:01:00Z'));
  expect(await sql()`select category from messages`).toEqual([{ category: 'marketing' }]);
});

it('once a week is on Mondays; whoever is deleted meanwhile gets nothing', async () => {
  const { id, tell } = await makeReader('weekly');
  const { id: told } = await tell('Milk');
  await sendDigests(new Date('2026-12-07T11:59:00Z'));
  expect(await messages()).toHaveLength(0);
  await sql()`delete from contacts where id = ${id}`;
  await sendDigests(new Date('2026-12-07T12:01:00Z'));
  expect(await messages()).toHaveLength(0);
  expect((await getNotification(testContext, { id: told })).state).toBe('canceled');
});

it('of a type that is not to be collected, or not any more, each goes at once', async () => {
  const { id, type, tell } = await makeReader('daily');
  await updateType(testContext, { id: type.id!, collectable: false });
  expect((await tell('Milk')).channels).toMatchObject([{ state: 'handed_over' }, { state: 'handed_over' }]);
  const ask = updatePreferences(testContext, { id, digests: { [type.key]: 'weekly' } });
  await expect(ask).rejects.toMatchObject({ options: { errors: [{ code: 'not_collectable' }] } });
  await updatePreferences(testContext, { id, digests: { [type.key]: null } });
});
