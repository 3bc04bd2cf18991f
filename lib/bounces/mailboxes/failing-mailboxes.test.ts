import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { addMailbox, LOGIN, makeMailboxesDue, serveImap, viewMailbox } from '@/lib/testing/mailboxes';
import { readCertificate, trustTestCertificates } from '@/lib/testing/smtp-server';
import { makeMail } from '../mails/make-mail';
import { updateMailbox } from './change';
import { mailboxesInNeed } from './in-need';
import { readDueMailboxes } from './read-due';
import type { MailboxInput } from './schema';
import { testMailbox } from './test-mailbox';

useTestDatabase();
beforeAll(trustTestCertificates);
beforeEach(() => sql()`delete from bounce_mailboxes`);

describe('a mailbox that cannot be read says why', () => {
  const failing = async (port: number, input: Partial<MailboxInput> = {}) => {
    const id = await addMailbox(port, input);
    await readDueMailboxes();
    return viewMailbox(id);
  };

  it('a wrong password, in the words of the server, and seldom enough to lock nobody out', async () => {
    const { port } = await serveImap();
    const { id, failure } = await failing(port, { password: 'wrong-horse', everyMinutes: 1 });
    expect(failure).toMatchObject({ cause: 'auth', reply: expect.stringContaining('Invalid credentials') });
    const waits: number[] = [];
    for (let time = 0; time < 8; time++) {
      await makeMailboxesDue();
      await readDueMailboxes();
      const [row] =
        await sql()`select round(extract(epoch from next_at - now()) / 60) as minutes from bounce_mailboxes`;
      waits.push(Number(row!.minutes));
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
    await updateMailbox(testContext, { id, password: LOGIN.password });
    await readDueMailboxes();
    expect((await viewMailbox(id)).failure).toBeNull();
  });

  it('without its password, where a server says that back', async () => {
    const { port } = await serveImap({
      onCommand: (line) => (line.startsWith('LOGIN') ? `TAG NO you said ${line}` : undefined),
    });
    const { failure } = await failing(port);
    expect(failure).toMatchObject({ cause: 'auth' });
    expect(failure!.reply).not.toContain(LOGIN.password);
  });

  it('a folder that is not there', async () => {
    const { port } = await serveImap();
    expect((await failing(port, { folder: 'Bounces' })).failure).toMatchObject({ cause: 'folder' });
  });

  it('a server that is not there, and one that is no such server', async () => {
    const { port } = await serveImap();
    expect((await failing(1)).failure).toMatchObject({ cause: 'refused' });
    expect((await failing(port, { host: 'no-such-host.invalid' })).failure).toMatchObject({ cause: 'dns' });
    expect((await failing(port, { host: '169.254.169.254' })).failure).toMatchObject({
      cause: 'private_target',
    });
  });

  it.each(['starttls', 'tls'] as const)('encryption that is not offered: %s', async (security) => {
    const { imap, port } = await serveImap();
    const { failure } = await failing(port, { security, host: 'localhost' });
    expect(failure).toMatchObject({ cause: 'no_tls' });
    // No password has left.
    expect(imap.commands.filter((line) => line.startsWith('LOGIN'))).toEqual([]);
  });

  it('a certificate that is nobody’s', async () => {
    const { port } = await serveImap({ security: 'tls', certificate: readCertificate('stranger') });
    expect((await failing(port, { security: 'tls', host: 'localhost' })).failure).toMatchObject({
      cause: 'certificate',
    });
  });

  it('a server on a public address without encryption: no password goes there', async () => {
    expect((await failing(143, { host: '8.8.8.8' })).failure).toMatchObject({ cause: 'plain_public' });
  });

  it('a server that says nothing any more', async () => {
    const { port } = await serveImap({
      onCommand: (line) => (line.startsWith('SELECT') ? 'hang' : undefined),
    });
    expect((await failing(port)).failure).toMatchObject({ cause: 'timeout' });
  }, 30_000);
});

describe('the test of a mailbox', () => {
  const test = async (port: number, input: Partial<MailboxInput> = {}) =>
    testMailbox(testContext, { id: await addMailbox(port, input) });

  it('opens the folder, counts, and reads nothing', async () => {
    const { imap, port } = await serveImap();
    imap.add(makeMail({ body: 'Hello' }));
    expect(await test(port)).toMatchObject({
      ok: true,
      mails: 1,
      steps: [
        { name: 'dns', ok: true },
        { name: 'sign_in', ok: true },
        { name: 'folder', ok: true },
      ],
    });
    expect(imap.commands.filter((line) => line.startsWith('UID'))).toEqual([]);
  });

  it('says where it failed and why', async () => {
    const { port } = await serveImap();
    expect(await test(port, { password: 'wrong-horse' })).toMatchObject({
      ok: false,
      cause: 'auth',
      steps: [{ ok: true }, { name: 'sign_in', ok: false }],
    });
  });
});

it('what another server would get of a stored password is nothing: it must be given again', async () => {
  const { port } = await serveImap();
  const id = await addMailbox(port);
  await expect(updateMailbox(testContext, { id, host: 'evil.example' })).rejects.toThrow(
    /must be given again/,
  );
  await updateMailbox(testContext, { id, folder: 'Bounces' });
  const [audit] =
    await sql()`select count(*)::int as count from audit_log where before::text || after::text like '%correct-horse%'`;
  expect(audit!.count).toBe(0);
});

it('after an hour without a success a person is told, of one that is not paused', async () => {
  const { port } = await serveImap();
  const id = await addMailbox(port, { password: 'wrong-horse' });
  await readDueMailboxes();
  expect(await mailboxesInNeed(testContext, new Date())).toEqual([]);
  const later = new Date(Date.now() + 3_700_000);
  expect(await mailboxesInNeed(testContext, later)).toMatchObject([{ mailbox: { id }, cause: 'auth' }]);
  await sql()`update bounce_mailboxes set active = false`;
  expect(await mailboxesInNeed(testContext, later)).toEqual([]);
});
