import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deleteProvider } from '@/lib/providers/delete';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { addMailbox, bounceOf, makeMailboxesDue, serveImap, viewMailbox } from '@/lib/testing/mailboxes';
import { startOAuthServer } from '@/lib/testing/oauth-server';
import { readCertificate, trustTestCertificates } from '@/lib/testing/smtp-server';
import { updateMailbox } from './change';
import { readDueMailboxes } from './read-due';
import { MailboxInput } from './schema';

useTestDatabase();
allowLoopbackTargets();
beforeAll(trustTestCertificates);
beforeEach(() => sql()`delete from bounce_mailboxes`);

const username = 'bounces@clinic.example';
const client = { clientId: 'relevo-client', clientSecret: 'client-secret-0123456789' };

/** A mailbox that takes tokens only, and a provider that is connected to its account. */
async function setUp(oauth: object = {}, host = 'localhost') {
  const authority = await startOAuthServer(client);
  const { imap, port } = await serveImap({
    security: 'tls',
    certificate: readCertificate('known'),
    oauth: { username, accepts: authority.accepts },
  });
  const { tokenUrl, authorizeUrl } = authority;
  const provider = await makeProvider({
    kind: 'smtp',
    settings: {
      host,
      username,
      auth: 'xoauth2',
      oauth: {
        provider: 'custom',
        clientId: client.clientId,
        scope: 'mail',
        tokenUrl,
        authorizeUrl,
        ...oauth,
      },
    },
    secrets: { oauthClientSecret: client.clientSecret, oauthRefreshToken: authority.issueRefreshToken() },
  });
  const add = (input: Partial<MailboxInput> = {}) =>
    addMailbox(port, {
      host: 'localhost',
      security: 'tls',
      username,
      password: undefined,
      account: provider.id,
      ...input,
    });
  return { authority, imap, provider, add };
}

const read = async (id: string) => {
  await makeMailboxesDue();
  await readDueMailboxes();
  return viewMailbox(id);
};

it('is read with the account of a provider, which keeps no password', async () => {
  const { imap, provider, add, authority } = await setUp();
  imap.add(bounceOf('a'));
  const box = await read(await add());
  expect(box).toMatchObject({
    failure: null,
    mailsRead: 1,
    account: { id: provider.id, name: provider.name },
    secrets: { password: { set: false } },
  });
  expect(imap.commands.some((line) => line.startsWith('LOGIN'))).toBe(false);
  await read(box.id);
  expect(authority.requests).toHaveLength(1);
});

it('a token that was withdrawn is bought anew for the next reading, and never said', async () => {
  const { authority, add } = await setUp();
  const id = await add();
  expect((await read(id)).failure).toBeNull();
  authority.revokeAccessTokens();
  const { failure } = await read(id);
  expect(failure).toMatchObject({ cause: 'account', reply: expect.stringContaining('no such token') });
  expect(failure!.reply).not.toContain('access-');
  expect((await read(id)).failure).toBeNull();
});

it('says what is wrong with the account: nobody allowed it, its service is away, its provider is gone', async () => {
  const { authority, provider, add } = await setUp();
  const id = await add();
  authority.answerWith({ status: 503, body: {} });
  expect((await read(id)).failure).toMatchObject({ cause: 'account_later' });
  authority.answerWith(undefined);
  authority.revokeAll();
  expect((await read(id)).failure).toMatchObject({
    cause: 'account',
    reply: expect.stringContaining('revoked'),
  });
  await deleteProvider(testContext, { id: provider.id });
  expect(await read(id)).toMatchObject({ account: null, failure: { cause: 'account' } });
});

it('a password takes its place, and it the place of a password', async () => {
  const { provider, add } = await setUp();
  const id = await add();
  const change = (patch: object) => updateMailbox(testContext, { id, ...patch });
  expect(await change({ everyMinutes: 7 })).toMatchObject({ account: { id: provider.id } });
  await expect(change({ account: null })).rejects.toMatchObject({ code: 'validation_failed' });
  const withPassword = await change({ password: 'correct-horse' });
  expect(withPassword).toMatchObject({ account: null, secrets: { password: { set: true } } });
  expect(await change({ account: provider.name })).toMatchObject({
    account: { id: provider.id },
    secrets: { password: { set: false } },
  });
});

describe('its permission goes', () => {
  const refused = async (work: Promise<unknown>) => {
    const error = (await work.catch((thrown: unknown) => thrown)) as { options: { errors: object[] } };
    return error.options.errors[0];
  };

  it('nowhere but to the servers of its service', async () => {
    const { add, provider } = await setUp({ provider: 'google' });
    expect(await refused(add())).toMatchObject({ path: 'host', code: 'account_host' });
    const id = await add({ host: 'imap.gmail.com', active: false });
    expect(await viewMailbox(id)).toMatchObject({ account: { id: provider.id } });
    const moved = updateMailbox(testContext, { id, host: 'imap.attacker.example' });
    expect(await refused(moved)).toMatchObject({ path: 'host', code: 'account_host' });
    const own = await setUp({}, 'smtp.clinic.example');
    expect(await refused(own.add({ host: 'imap.clinic.example.attacker.example' }))).toMatchObject({
      path: 'host',
    });
    await own.add({ host: 'imap.clinic.example', active: false });
  });

  it('nowhere unencrypted, nor to a mailbox of another company', async () => {
    const { add } = await setUp();
    expect(await refused(add({ security: 'none' }))).toMatchObject({
      path: 'security',
      code: 'encrypted_only',
    });
    const { key } = await makeCompany();
    expect(await refused(add({ company: key }))).toMatchObject({ path: 'account', code: 'no_account' });
    const plain = await makeProvider({ kind: 'smtp', settings: { host: 'smtp.example.com' } });
    expect(await refused(add({ account: plain.id }))).toMatchObject({ path: 'account', code: 'no_account' });
  });

  it('nowhere where its owner allowed sending only', async () => {
    const sends = await setUp({ provider: 'microsoft', scope: undefined });
    const host = 'outlook.office365.com';
    expect(await refused(sends.add({ host }))).toMatchObject({ path: 'account', code: 'account_sends_only' });
    const reads = await setUp({ provider: 'microsoft', scope: undefined, reads: true });
    await reads.add({ host, active: false });
  });
});

it('a mailbox needs one of both', () => {
  const input = { name: 'a', host: 'imap.example.com', username };
  expect(MailboxInput.safeParse(input).success).toBe(false);
  expect(MailboxInput.safeParse({ ...input, password: 'x' }).success).toBe(true);
  expect(MailboxInput.safeParse({ ...input, account: 'Gmail' }).success).toBe(true);
});
