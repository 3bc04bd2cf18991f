import { afterAll, beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { startSigning } from '@/lib/dkim/keys';
import { forgetSigners } from '@/lib/dkim/signers';
import { newId } from '@/lib/ids';
import { checkKeyring } from '@/lib/master-keys/canary';
import { rotateKeys as rotateMasterKeys } from '@/lib/master-keys/rotate';
import { getMessage } from '@/lib/messages/get';
import { closeAdapters } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { useMasterKeys } from '@/lib/testing/master-keys';
import { startMailServer } from '@/lib/testing/smtp-server';
import { verifyDkim } from '@/lib/testing/verify-dkim';
import { createDomain, deleteDomain } from './change';
import { DomainInput } from './schema';

useTestDatabase();
beforeEach(forgetSigners);
afterAll(closeAdapters);

let count = 0;

async function setUp(input: object = {}, settings: object = {}) {
  const server = await startMailServer({});
  const provider = await makeProvider({
    kind: 'smtp',
    settings: { host: 'localhost', port: server.port, security: 'none', ...settings },
  });
  const domain = await createDomain(
    testContext,
    DomainInput.parse({ name: `signed-${++count}.example`, algorithms: 'rsa_ed25519', ...input }),
  );
  await startSigning(
    domain.id,
    domain.keys.map(({ selector }) => selector),
  );
  const records = Object.fromEntries(domain.records.map(({ name, value }) => [name, value]));
  const send = async (from: string, more: object = {}) => {
    const { id } = await makeMessage({ from, providers: [provider.name], ...more });
    await deliverMessages(newId(), [id]);
    return getMessage(testContext, id);
  };
  const verdicts = async () => {
    const mail = server.mails.at(-1)!;
    return (await verifyDkim(Buffer.from(mail.raw), records)).map(
      ({ result, algorithm }) => `${algorithm} ${result}`,
    );
  };
  return { server, domain, send, verdicts };
}

it('signs what a domain sends, also below it, by both algorithms', async () => {
  const { domain, send, verdicts, server } = await setUp();
  await send(`ana@${domain.name}`);
  expect((await verdicts()).toSorted()).toEqual(['ed25519-sha256 pass', 'rsa-sha256 pass']);
  await send(`ana@mail.${domain.name}`, { html: '<p>Ñandú 領</p>', text: undefined });
  expect((await verdicts()).toSorted()).toEqual(['ed25519-sha256 pass', 'rsa-sha256 pass']);
  await send('ana@another.example');
  expect(server.mails.at(-1)!.raw.toString()).not.toMatch(/^DKIM-Signature/im);
});

it.each([
  ['never', { dkim: 'never' }, false],
  ['by itself not for Gmail', { preset: 'gmail' }, false],
  ['always, also for Gmail', { preset: 'gmail', dkim: 'always' }, true],
])('signs %s', async (_how, settings, signs) => {
  const { domain, send, server } = await setUp({}, settings);
  await send(`ana@${domain.name}`);
  expect(/^DKIM-Signature/im.test(server.mails.at(-1)!.raw.toString())).toBe(signs);
});

it('signs by no key of another company, and by none whose record was not seen', async () => {
  const company = await makeCompany();
  const { domain, send, server, verdicts } = await setUp({ company: company.key });
  await send(`ana@${domain.name}`);
  expect(server.mails.at(-1)!.raw.toString()).not.toMatch(/^DKIM-Signature/im);
  await send(`ana@${domain.name}`, { company: company.key });
  expect(await verdicts()).toHaveLength(2);
  await sql()`update domain_keys set state = 'waiting' where domain_id = ${domain.id}`;
  forgetSigners();
  await send(`ana@${domain.name}`, { company: company.key });
  expect(server.mails.at(-1)!.raw.toString()).not.toMatch(/^DKIM-Signature/im);
});

it('sends nothing unsigned where the key does not open, and blames no provider', async () => {
  const { domain, send, server } = await setUp();
  await sql()`update domain_keys set sealed = 'enc:v1:gone:AAAA:AAAA' where domain_id = ${domain.id}`;
  const before = server.mails.length;
  const message = await send(`ana@${domain.name}`);
  expect(server.mails).toHaveLength(before);
  expect(message).toMatchObject({ status: 'retrying' });
  expect(message.attempts[0]).toMatchObject({
    outcomes: [{ outcome: 'refused', fault: 'provider', code: 'no_signature' }],
  });
  await deleteDomain(testContext, { id: domain.id });
});

it('goes on when the master key was replaced', async () => {
  await checkKeyring();
  const { domain, send, verdicts } = await setUp();
  useMasterKeys('k2', 'k1');
  expect(await rotateMasterKeys(testContext)).toMatchObject({ failed: 0 });
  useMasterKeys('k2');
  await send(`ana@${domain.name}`);
  expect(await verdicts()).toHaveLength(2);
  useMasterKeys('k1', 'k2');
  await rotateMasterKeys(testContext);
  useMasterKeys('k1');
});
