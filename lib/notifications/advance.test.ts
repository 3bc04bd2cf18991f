import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { until } from '@/lib/testing/until';
import { advanceNotifications } from './advance';
import { cancelNotification } from './cancel';
import { getNotification } from './list';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
const set = (id: string, status: string) =>
  sql()`update messages set status = ${status}, due_at = null where id = ${id}`;
const messages = async () =>
  sql()<
    { id: string; channel: string; status: string }[]
  >`select id, channel, status from messages order by id`;

async function tellInTurn() {
  const { key: type } = await makeType({
    mode: 'until_delivered',
    template: 'welcome',
    steps: [
      { channel: 'email', waitMinutes: 30 },
      { channel: 'sms', waitMinutes: 10 },
    ],
  });
  const told = await makeNotification({
    type,
    to: { email: 'ana@example.com', phone: '+595981123456' },
    variables: { book: 'x', action_url: 'https://library.example' },
  });
  return { id: told.id, mail: told.channels[0]!.messageId! };
}

describe('one channel after another', () => {
  test('is a mail at first; a text message once the mail bounced, and once only', async () => {
    const { id, mail } = await tellInTurn();
    expect((await messages()).map(({ channel }) => channel)).toEqual(['email']);
    await set(mail, 'bounced');
    const clock = later(2);
    await Promise.all([
      advanceNotifications(clock),
      advanceNotifications(clock),
      advanceNotifications(clock),
    ]);
    expect((await messages()).map(({ channel }) => channel)).toEqual(['email', 'sms']);
    const [, text] = await messages();
    await set(text!.id, 'delivered');
    await advanceNotifications(later(4));
    expect(await getNotification(testContext, { id })).toMatchObject({
      state: 'delivered',
      channels: [{ state: 'bounced' }, { state: 'delivered' }],
    });
    expect(await advanceNotifications(later(60))).toBe(0);
  });

  test('leaves the next ones out where the mail was enough', async () => {
    const { id, mail } = await tellInTurn();
    await set(mail, 'sent');
    await advanceNotifications(later(2));
    expect((await getNotification(testContext, { id })).state).toBe('waiting');
    await advanceNotifications(later(31));
    expect(await getNotification(testContext, { id })).toMatchObject({
      state: 'sent',
      channels: [{ state: 'sent' }, { state: 'canceled', reason: 'not_needed' }],
    });
    expect(await messages()).toHaveLength(1);
  });

  test('cancels a mail that is still not sent when its time is over', async () => {
    const { mail } = await tellInTurn();
    await set(mail, 'parked');
    await advanceNotifications(later(31));
    expect((await messages()).map(({ channel, status }) => [channel, status])).toEqual([
      ['email', 'canceled'],
      ['sms', 'queued'],
    ]);
  });

  test('goes on after a crash between the notification and its message, with one message', async () => {
    const { id, mail } = await tellInTurn();
    // As it stands when the process ends before the place is noted.
    await sql()`update notification_steps set state = 'planned', message_id = null where position = 0`;
    await advanceNotifications(later(2));
    expect((await messages()).map((each) => each.id)).toEqual([mail]);
    expect((await getNotification(testContext, { id })).channels[0]).toMatchObject({ messageId: mail });
  });

  test('is canceled by a person: what waits is not sent, and no channel follows', async () => {
    const { id, mail } = await tellInTurn();
    expect(await cancelNotification(testContext, { id })).toMatchObject({
      state: 'canceled',
      channels: [
        { state: 'canceled', messageId: mail },
        { state: 'canceled', reason: 'by_hand' },
      ],
    });
    expect(await advanceNotifications(later(60))).toBe(0);
    await expect(cancelNotification(testContext, { id })).rejects.toMatchObject({ code: 'not_cancelable' });
  });

  test('is canceled at the moment when the next channel is taken: that is not sent either', async () => {
    const { id, mail } = await tellInTurn();
    await set(mail, 'bounced');
    let advancing: Promise<number> | undefined;
    await sql().begin(async (tx) => {
      await tx`update notification_steps set state = 'canceled' where notification_id = ${id} and position = 1`;
      advancing = advanceNotifications(later(2));
      await until(async () => {
        const waiting = await sql()`
          select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query ilike '%update notification_steps%'`;
        expect(waiting).toHaveLength(1);
      });
    });
    await advancing;
    expect((await messages()).map(({ channel, status }) => [channel, status])).toEqual([
      ['email', 'bounced'],
      ['sms', 'canceled'],
    ]);
  });
});
