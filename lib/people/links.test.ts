import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { sql } from '@/lib/database/db';
import { getSource } from '@/lib/messages/content';
import { getDraft } from '@/lib/messages/draft';
import { getMessage } from '@/lib/messages/get';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { askForNewPassword } from './forgotten';
import { invitePerson } from './invite';
import { resetPassword } from './reset';

useDatabaseForEachTest();

const email = 'ana@example.com';
/** RFC 4648, base64url of 32 bytes. */
const SECRET = /[A-Za-z0-9_-]{43}/;

beforeEach(async () => {
  await createUser(testContext, {
    email,
    name: 'Ana',
    role: 'administrator',
    password: 'correct horse battery staple',
  });
});

describe('the message with a link', () => {
  it('shows nobody who reads messages the link, wherever its words are told', async () => {
    await makeProvider();
    await resetPassword(testContext, { id: email });
    await invitePerson(testContext, { email: 'luis@example.com', role: 'viewer' });
    const rows = await sql()<{ id: string; text: string }[]>`
      select id, text from messages join message_bodies on message_id = id`;
    expect(rows).toHaveLength(2);
    for (const { id, text } of rows) {
      expect(text).toMatch(SECRET);
      const told = [
        JSON.stringify(await getMessage(testContext, id)),
        JSON.stringify(await getDraft(testContext, id)),
        await new Response(await getSource(testContext, id)).text(),
      ];
      for (const words of told) {
        expect(words).toMatch(/(join|new-password)\//);
        expect(words.replaceAll('=\r\n', '')).not.toContain(SECRET.exec(text)![0]);
      }
    }
  });
});

describe('who forgot the password', () => {
  it('is told the same whether there is an account or not, and nothing is looked up before', async () => {
    const ctx = { ...testContext, ip: '203.0.113.9' };
    for (const asked of [email, 'nobody@example.com', 'ANA@example.com'])
      expect(await askForNewPassword(ctx, { email: asked })).toBeUndefined();
    const jobs = await sql()`select from graphile_worker.jobs where task_identifier = 'forgotten-password'`;
    // One for each address, in whatever letters it is written.
    expect(jobs).toHaveLength(2);
    expect(await sql()`select from password_links`).toHaveLength(0);
  });

  it('cannot be asked for without end by one network', async () => {
    const ctx = { ...testContext, ip: '203.0.113.9' };
    const ask = (number: number) => askForNewPassword(ctx, { email: `n${number}@example.com` });
    const all = await Promise.allSettled(Array.from({ length: 40 }, (_, number) => ask(number)));
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(19);
    for (const each of refused)
      expect((each as PromiseRejectedResult).reason).toMatchObject({ code: 'too_many_attempts' });
  });
});
