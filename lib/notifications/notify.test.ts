import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { figuresOf } from './figures';
import { getNotification, listNotifications } from './list';
import { notifyBatch } from './notify-batch';
import { NotificationFilter } from './schema';
import { updateType } from './types/change';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider({ costPerMessage: '0.0025' });
});

const CARD = {
  student_name: 'Sofía Benítez',
  card_number: '00018842',
  balance: 3500,
  topup_url: 'https://comedor.example/recargas/18842',
};
const email = 'ana@example.com';
const phone = '+595981123456';
const count = async (table: string) => (await sql()`select from ${sql()(table)}`).length;

describe('something happened', () => {
  test('and is told by all channels at once, on a system where nobody has prepared anything', async () => {
    const told = await makeNotification({
      type: 'low-balance',
      to: { email, phone, language: 'es' },
      variables: CARD,
    });
    expect(told).toMatchObject({
      state: 'waiting',
      channels: [
        { channel: 'email', state: 'handed_over' },
        { channel: 'sms', state: 'handed_over' },
      ],
    });
    const [mail, text] = await Promise.all(
      told.channels.map(({ messageId }) => getMessage(testContext, messageId!)),
    );
    expect(mail).toMatchObject({
      channel: 'email',
      subject: expect.stringMatching(/^Saldo bajo: a Sofía Benítez le quedan/),
    });
    expect(text!.channel).toBe('sms');
    expect(text!.text).toMatch(/^Saldo bajo: a Sofia Benitez le quedan .*3\.500.*\. Recargue: https:/);
    // Of the kind that figures count.
    expect(await sql()`select distinct type from messages`).toEqual([{ type: 'low-balance' }]);
    await deliverMessages(newId(), [mail!.id]);
    const { channels } = await getNotification(testContext, { id: told.id });
    expect(channels.map(({ channel, address, state }) => [channel, address, state])).toEqual([
      ['email', email, 'sent'],
      ['sms', phone, 'queued'],
    ]);
    expect(channels.map(({ cost }) => cost)).toEqual(['0.0025', '0']);
  });

  test('to a contact, whose fields say what nobody sends', async () => {
    const { key, id } = await makeContact({ phone, language: 'es', fields: { book: 'Hijo de hombre' } });
    const told = await makeNotification({ contact: key!, variables: {} });
    const { messageId } = told.channels[0]!;
    expect((await getMessage(testContext, messageId!)).text).toBe('Devuelva Hijo de hombre.');
    expect(await getNotification(testContext, { id: told.id })).toMatchObject({
      contactId: id,
      person: 'Ana Benítez',
    });
    const { data } = await listNotifications(testContext, NotificationFilter.parse({ contact: key }));
    expect(data.map((each) => each.id)).toEqual([told.id]);
  });

  test('and what is missing is named all at once, before anything is stored', async () => {
    const error = await makeNotification({
      type: 'low-balance',
      to: email,
      variables: { balance: 'much' },
    }).catch((e) => e);
    expect(error).toMatchObject({ code: 'variables_invalid', status: 422 });
    expect(
      error.errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`).toSorted(),
    ).toEqual([
      'variables.balance number',
      'variables.card_number required',
      'variables.student_name required',
      'variables.topup_url required',
    ]);
    expect([await count('notifications'), await count('messages')]).toEqual([0, 0]);
  });

  test('of a type that nobody knows, or to a contact who is not there, is refused in plain words', async () => {
    const codes = async (input: Parameters<typeof makeNotification>[0]) =>
      (await makeNotification(input).catch((e) => e)).errors.map(({ code }: { code: string }) => code);
    expect(await codes({ type: 'nothing' })).toEqual(['no_notification_type']);
    expect(await codes({ contact: 'nobody' })).toEqual(['no_contact']);
    const other = await makeCompany();
    const { key } = await makeContact({ company: other.key });
    expect(await codes({ contact: key! })).toEqual(['no_contact']);
  });

  test('to somebody without an address for any channel, or of a type that is off, is seen and not sent', async () => {
    const { key } = await makeContact();
    expect(await makeNotification({ contact: key! })).toMatchObject({
      state: 'skipped',
      reason: 'no_address',
      channels: [{ state: 'skipped', reason: 'no_address' }],
    });
    const type = await makeType();
    await updateType(testContext, { id: type.key, active: false });
    expect(await makeNotification({ type: type.key })).toMatchObject({ state: 'skipped', reason: 'off' });
    expect(await count('messages')).toBe(0);
  });
});

describe('the same cause', () => {
  test('is told once, by however many at this moment, and the others lead to the first', async () => {
    const { key: type } = await makeType();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => makeNotification({ type, dedupeKey: 'book 7' })),
    );
    const [first, ...others] = all.toSorted((a, b) => Number(!!a.duplicateOf) - Number(!!b.duplicateOf));
    expect(others.every(({ state, duplicateOf }) => state === 'skipped' && duplicateOf === first!.id)).toBe(
      true,
    );
    expect(await count('messages')).toBe(1);
    const shown = await getNotification(testContext, { id: others[0]!.id });
    expect(shown).toMatchObject({ reason: 'duplicate', duplicateOf: { id: first!.id } });
    // By the same address it is the same person.
    const named = await makeNotification({
      type,
      dedupeKey: 'book 7',
      to: { phone, name: 'Ana', language: 'es' },
    });
    expect(named.duplicateOf).toBe(first!.id);
    // Another person, or another cause, is another one.
    await makeNotification({ type, dedupeKey: 'book 8' });
    await makeNotification({ type, dedupeKey: 'book 7', to: { phone: '+595981654321' } });
    expect(await count('messages')).toBe(3);
    const { data } = await figuresOf(testContext, { span: '24h' });
    expect(data).toMatchObject([{ type, count: 9, duplicates: 6, states: { waiting: 3, skipped: 6 } }]);
  });

  test('is told again once the hours of its type are over', async () => {
    const { key: type } = await makeType({ dedupeHours: 1 });
    await makeNotification({ type, dedupeKey: 'a' });
    await sql()`update notification_keys set expires_at = now() - interval '1 second'`;
    expect((await makeNotification({ type, dedupeKey: 'a' })).state).toBe('waiting');
    expect((await makeNotification({ type, dedupeKey: 'a' })).reason).toBe('duplicate');
  });
});

test('a batch takes each or refuses it by itself, in order', async () => {
  const { key: type } = await makeType();
  const one = { type, to: { phone }, variables: { book: 'x' } };
  const { results } = await notifyBatch(testContext, {
    notifications: [one, { ...one, variables: {} }, { type }, one],
  });
  expect(results).toMatchObject([
    { state: 'waiting' },
    { error: { code: 'variables_invalid' } },
    { error: { code: 'validation_failed', errors: [{ code: 'contact_or_to' }] } },
    { state: 'waiting' },
  ]);
});
