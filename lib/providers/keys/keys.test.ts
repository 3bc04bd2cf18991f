import { describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { activateKey, addKey, listKeys, removeKey } from './keys';

useTestDatabase();

const FIRST = 'first-canary-0123456789';
const SECOND = 'second-canary-9876543210';
const auth = (password: string) => `AUTH PLAIN ${Buffer.from(`\0clinic\0${password}`).toString('base64')}`;

it('replaces a key without a gap: a send under way ends with the old one, the next has the new one', async () => {
  const gate = Promise.withResolvers<string>();
  const server = await startScriptedSmtp({ body: gate.promise });
  const { id, name } = await makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port: server.port, security: 'none', username: 'clinic' },
    secrets: { password: FIRST },
  });
  const key = await addKey(testContext, {
    id,
    label: 'Second',
    secrets: { password: SECOND },
    activate: false,
  });
  const begin = async () => {
    const message = await makeMessage({ providers: [name] });
    return { id: message.id, done: deliverMessages(newId(), [message.id]) };
  };
  const before = await begin();
  await until(() => expect(server.mails).toHaveLength(1));
  await activateKey(testContext, { id, keyId: key.id });
  const after = await begin();
  await until(() => expect(server.mails).toHaveLength(2));
  expect(server.commands.filter((command) => command.startsWith('AUTH'))).toEqual([
    auth(FIRST),
    auth(SECOND),
  ]);
  const [old] = (await listKeys(testContext, { id })).data;
  await removeKey(testContext, { id, keyId: old!.id });
  gate.resolve('250 2.0.0 Ok: queued');
  await Promise.all([before.done, after.done]);
  for (const message of [before, after])
    expect((await getMessage(testContext, message.id)).status).toBe('sent');
  await until(() => expect(server.open()).toBe(1));
});

describe('a key that has nothing to sign in with', () => {
  const makePostmark = () =>
    makeProvider({ kind: 'postmark', secrets: { apiKey: FIRST, webhookToken: SECOND }, active: false });
  const conflict = {
    code: 'conflict',
    options: { reason: { code: 'key_lacks', params: { label: 'Two', inUse: 'default' } } },
  };

  it('may be kept, and not be used instead of one that has', async () => {
    const { id } = await makePostmark();
    const key = { id, label: 'Two', secrets: { webhookToken: SECOND } };
    await expect(addKey(testContext, { ...key, activate: true })).rejects.toMatchObject(conflict);
    const { id: keyId } = await addKey(testContext, { ...key, activate: false });
    await expect(activateKey(testContext, { id, keyId })).rejects.toMatchObject(conflict);
    const { data } = await listKeys(testContext, { id });
    expect(data.map(({ label, active }) => [label, active])).toEqual([
      ['default', true],
      ['Two', false],
    ]);
  });

  it('but what is no credential may be missing', async () => {
    const { id } = await makePostmark();
    const added = await addKey(testContext, {
      id,
      label: 'Two',
      secrets: { apiKey: SECOND },
      activate: true,
    });
    expect(added.active).toBe(true);
  });
});
