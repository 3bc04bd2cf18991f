import { beforeEach, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetOldIntake } from '@/lib/intake/forget-old';
import { loadAttachments } from '@/lib/messages/load-attachments';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { makeType } from '@/lib/testing/notification-types';
import { makeNotification } from '@/lib/testing/notifications';
import { advanceNotifications } from './advance';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

const bytes = Buffer.from('%PDF-1.7\n%%EOF\n');
const attachments = [{ filename: 'boleta ñ.pdf', contentId: 'a@b', content: bytes.toString('base64') }];

/** By text message first, and by mail once that failed. */
async function tell() {
  const { key: type } = await makeType({
    mode: 'until_delivered',
    template: 'welcome',
    steps: [
      { channel: 'sms', waitMinutes: 10 },
      { channel: 'email', waitMinutes: 30 },
    ],
  });
  return makeNotification({
    type,
    to: { email: 'ana@example.com', phone: '+595981123456' },
    variables: { book: 'x', action_url: 'https://library.example' },
    attachments,
  });
}

async function fileOfMail() {
  await sql()`update messages set status = 'bounced', due_at = null where channel = 'sms'`;
  await advanceNotifications(new Date(Date.now() + 120_000));
  const [mail] = await sql()<{ id: string }[]>`select id from messages where channel = 'email'`;
  return (await loadAttachments(mail!.id)).map(({ filename, contentId, content }) => [
    filename,
    contentId,
    content.toString(),
  ]);
}

test('wait among the files of messages for the mail that is sent days later', async () => {
  await tell();
  const [row] = await sql()<{ attachments: object[] }[]>`select attachments from notifications`;
  expect(row!.attachments).toEqual([
    { filename: 'boleta ñ.pdf', contentId: 'a@b', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  await sql()`update attachments set used_at = now() - interval '50 hours'`;
  await forgetOldIntake(30);
  expect(await fileOfMail()).toEqual([['boleta ñ.pdf', 'a@b', bytes.toString()]]);
});

test('are forgotten with all that nobody needs once nothing is under way', async () => {
  await tell();
  await sql()`update notifications set next_at = null, state = 'canceled'`;
  await sql()`update attachments set used_at = now() - interval '50 hours'`;
  await forgetOldIntake(30);
  expect(await sql()`select from attachments`).toHaveLength(0);
});

test('of a notification that was told of before an upgrade are in its row, and go with the mail', async () => {
  await tell();
  await sql()`update notifications set attachments = ${sql().json(attachments)}`;
  await sql()`delete from attachments`;
  expect(await fileOfMail()).toEqual([['boleta ñ.pdf', 'a@b', bytes.toString()]]);
});

test('one that is gone is a reason, not a mail without it', async () => {
  await tell();
  await sql()`delete from attachments`;
  await sql()`update messages set status = 'bounced', due_at = null where channel = 'sms'`;
  await advanceNotifications(new Date(Date.now() + 120_000));
  expect(await sql()`select from messages where channel = 'email'`).toHaveLength(0);
  const steps = await sql()`select state, reason from notification_steps where channel = 'email'`;
  expect(steps).toEqual([{ state: 'failed', reason: 'not_found' }]);
});
