import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { sql } from '@/lib/database/db';
import { keysInNeed } from '@/lib/providers/keys/in-need';
import { listKeys } from '@/lib/providers/keys/keys';
import { updateProvider } from '@/lib/providers/update';
import { updateSettings } from '@/lib/settings/update';
import { getStatistics } from '@/lib/statistics/get';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { asksForKey, startKeyService } from '@/lib/testing/key-services';
import { keepKeys } from './keep-keys';

useDatabaseForEachTest();
allowLoopbackTargets();

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const EVERY_90 = { everyDays: 90, graceHours: 24, automatic: true };

beforeEach(async () => {
  await makeProvider();
  await createUser(testContext, {
    email: 'ana@example.com',
    name: 'Ana',
    role: 'administrator',
    password: 'correct horse battery',
    language: 'es',
  });
});

const mails = () =>
  sql()<{ to: string; subject: string; text: string }[]>`
    select recipients->0->>'address' as to, subject, text from messages m join message_bodies on message_id = id order by id`;

/** As if the key in use had been typed so many days ago. */
async function age(days: number): Promise<void> {
  const then = inDays(-days).toISOString();
  await sql()`
    update provider_keys set created_at = ${then}, secrets = (
      select jsonb_object_agg(name, secret || jsonb_build_object('updatedAt', ${then}::text)) from jsonb_each(secrets) as s (name, secret))
    where active and secrets <> '{}'`;
}

async function makeSendgrid(automatic = true) {
  const service = await startKeyService('sendgrid');
  const { id } = await makeProvider({
    name: 'SendGrid',
    kind: 'sendgrid',
    settings: service.settings(service.url),
    secrets: service.secrets(service.keys[0]!),
    keyRotation: { ...EVERY_90, automatic },
  });
  return { service, id };
}

describe('a key that is replaced by itself', () => {
  it('is, once it is old, by one of two workers; the old one is ended when its grace is over; nobody is bothered', async () => {
    const { service } = await makeSendgrid();
    const first = service.keys[0]!.id;
    await age(89);
    await keepKeys(inDays(0));
    expect(service.calls).toEqual([]);
    await age(91);
    await Promise.all([keepKeys(inDays(0)), keepKeys(inDays(0))]);
    expect(service.keys).toHaveLength(2);
    await keepKeys(inDays(0.9));
    expect(service.keys).toHaveLength(2);
    await keepKeys(inDays(1.1));
    expect(service.keys.map(({ id }) => id)).not.toContain(first);
    expect(service.keys).toHaveLength(1);
    expect(await mails()).toEqual([]);
  });

  it('that the service refuses to make is said once, by mail and on the first page, and tried again after a day', async () => {
    const { service, id } = await makeSendgrid();
    service.fault = (call) => (asksForKey(call) ? { status: 403, body: '{"errors":[]}' } : undefined);
    await age(91);
    await keepKeys(inDays(0));
    await keepKeys(inDays(0.9));
    expect(await mails()).toMatchObject([
      { to: 'ana@example.com', subject: 'No se pudo reemplazar la clave de SendGrid' },
    ]);
    const text = (await mails())[0]!.text;
    expect(text).toContain('La clave en uso no puede crear claves.');
    expect(text).toContain(`/providers/${id}?tab=keys`);
    expect((await getStatistics(testContext)).attention).toContainEqual(
      expect.objectContaining({ type: 'key_failed', problem: 'permission' }),
    );
    expect((await keysInNeed(testContext, inDays(0))).failed).toMatchObject([
      { provider: { name: 'SendGrid' }, problem: 'permission' },
    ]);
    expect(service.calls.filter(asksForKey)).toHaveLength(1);
    service.fault = undefined;
    await keepKeys(inDays(1.1));
    expect((await keysInNeed(testContext, inDays(1))).failed).toEqual([]);
    expect((await listKeys(testContext, { id })).rotation?.state).toBe('done');
  });

  it('goes on where a process has died', async () => {
    const { service, id } = await makeSendgrid();
    service.fault = (call) => (asksForKey(call) ? { status: 503, body: 'busy' } : undefined);
    await age(91);
    await keepKeys(inDays(0));
    expect((await listKeys(testContext, { id })).rotation).toMatchObject({
      state: 'waiting',
      problem: 'unreachable',
    });
    service.fault = undefined;
    await keepKeys(inDays(0));
    expect((await listKeys(testContext, { id })).rotation).toMatchObject({ state: 'done', problem: null });
    expect(await mails()).toEqual([]);
  });
});

describe('a key that a person replaces', () => {
  it.each([
    [
      'as its service makes none',
      () =>
        makeProvider({
          name: 'Brevo',
          kind: 'brevo',
          secrets: { apiKey: 'xkeysib-0123456789' },
          keyRotation: EVERY_90,
        }),
    ],
    ['as it is set so', () => makeSendgrid(false)],
  ])('is told of once, %s, and again when the next one is old', async (_why, make) => {
    const { id } = await make();
    await keepKeys(inDays(89));
    expect([await mails(), (await keysInNeed(testContext, inDays(89))).old]).toEqual([[], []]);
    await keepKeys(inDays(91));
    await keepKeys(inDays(92));
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^La clave de \w+ tiene 91 días$/),
    ]);
    expect((await keysInNeed(testContext, inDays(91))).old).toHaveLength(1);
    await updateProvider(testContext, { id, secrets: { apiKey: 'another-key-0123456789' } });
    await sql()`update provider_keys set reminded_at = now() - interval '1 day'`;
    await keepKeys(inDays(89));
    expect(await mails()).toHaveLength(1);
    await keepKeys(inDays(91));
    expect(await mails()).toHaveLength(2);
  });

  it('comes at the age of the settings where the provider has none of its own, and not where that is 0', async () => {
    const { id } = await makeProvider({ kind: 'brevo', secrets: { apiKey: 'xkeysib-0123456789' } });
    await keepKeys(inDays(364));
    expect(await mails()).toEqual([]);
    await updateSettings(testContext, { security: { providerKeyDays: 0 } });
    await keepKeys(inDays(3000));
    expect((await keysInNeed(testContext, inDays(3000))).old).toEqual([]);
    await updateProvider(testContext, { id, keyRotation: { ...EVERY_90, everyDays: 400 } });
    await updateSettings(testContext, { security: { providerKeyDays: 30 } });
    await keepKeys(inDays(399));
    expect(await mails()).toEqual([]);
    await updateProvider(testContext, { id, keyRotation: null });
    await keepKeys(inDays(29));
    expect(await mails()).toEqual([]);
    await keepKeys(inDays(31));
    expect(await mails()).toHaveLength(1);
    expect((await keysInNeed(testContext, inDays(31))).old).toMatchObject([{ provider: { id } }]);
    expect(await listKeys(testContext, { id })).toMatchObject({ usualDays: 30 });
  });

  it('is none of a paused provider, nor where no age is set', async () => {
    const { id } = await makeProvider({ kind: 'brevo', secrets: { apiKey: 'xkeysib-0123456789' } });
    await updateSettings(testContext, { security: { providerKeyDays: 0 } });
    await keepKeys(inDays(3000));
    await updateProvider(testContext, { id, keyRotation: EVERY_90, active: false });
    await keepKeys(inDays(3000));
    expect(await mails()).toEqual([]);
  });
});
