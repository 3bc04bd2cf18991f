import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { createProvider } from './create';
import { deleteProvider } from './delete';
import { getProvider } from './get';
import { testProvider } from './health/connection-test';
import { listProviders } from './list';
import { loadProvider } from './load';
import { ProviderInput } from './schema';
import { updateProvider } from './update';

useTestDatabase();

const FIRST = 'first-canary-0123456789';
const SECOND = 'second-canary-9876543210';
const settings = { host: 'smtp.example.com', username: 'clinic' };

const makeSmtp = (input: Partial<ProviderInput> = {}) =>
  makeProvider({ kind: 'smtp', settings, secrets: { password: FIRST }, ...input });
const update = (id: string, patch: object) => updateProvider(testContext, { id, ...patch });
const secretsOf = async (id: string) => (await loadProvider(id))?.config.secrets;

/** All that the database holds, as a thief of a backup would read it. */
async function dump(): Promise<string> {
  const tables = ['providers', 'provider_keys', 'provider_tests', 'audit_log'];
  const rows = await Promise.all(tables.map((table) => sql()`select * from ${sql()(table)}`));
  return JSON.stringify(rows);
}

const auditOf = (id: string) =>
  sql()`select action, actor_label, before, after from audit_log where subject_id = ${id} order by id`;

describe('secrets', () => {
  it('are stored sealed and opened for sending', async () => {
    const provider = await makeSmtp();
    expect(provider.secrets).toEqual({
      password: { set: true, last4: '', updatedAt: expect.any(String) },
    });
    expect(await secretsOf(provider.id)).toEqual({ password: FIRST });
  });

  it('stay when they are not mentioned', async () => {
    const { id } = await makeSmtp();
    await update(id, { priority: 10 });
    await update(id, { secrets: {} });
    expect(await secretsOf(id)).toEqual({ password: FIRST });
  });

  it('are replaced by a text and cleared by null', async () => {
    const { id } = await makeSmtp();
    await update(id, { secrets: { password: SECOND } });
    expect(await secretsOf(id)).toEqual({ password: SECOND });
    expect((await update(id, { secrets: { password: null } })).secrets).toEqual({});
    expect(await secretsOf(id)).toEqual({});
  });

  it('do not open after they were moved to another provider', async () => {
    const [a, b] = [await makeSmtp(), await makeSmtp({ secrets: { password: SECOND } })];
    await sql()`
      update provider_keys set secrets = (select secrets from provider_keys where provider_id = ${a.id})
      where provider_id = ${b.id}`;
    expect((await loadProvider(b.id))!.problem).toEqual({ reason: 'secret', detail: 'password' });
    expect(await secretsOf(b.id)).toEqual({});
    await deleteProvider(testContext, { id: b.id });
  });

  it('are in no view, no list, no audit row and no backup', async () => {
    const provider = await makeSmtp();
    const changed = await update(provider.id, { secrets: { password: SECOND } });
    const views = [provider, changed, await listProviders(testContext), await dump()];
    for (const secret of [FIRST, SECOND]) {
      const encoded = Buffer.from(secret).toString('base64').slice(0, 20);
      for (const view of views) {
        expect(JSON.stringify(view)).not.toContain(secret);
        expect(JSON.stringify(view)).not.toContain(encoded);
      }
    }
  });

  it('of another kind are refused', async () => {
    await expect(makeProvider({ secrets: { password: 'x' } })).rejects.toThrow(/password/);
    await expect(makeSmtp({ secrets: { apiKey: 'x' } })).rejects.toThrow(/apiKey/);
  });
});

describe('audit', () => {
  it('tells who did what, before and after, with the secrets that changed by name only', async () => {
    const { id } = await makeSmtp({ name: 'Audited' });
    await update(id, { name: 'Renamed', secrets: { password: SECOND } });
    await deleteProvider(testContext, { id });
    const rows = await auditOf(id);
    expect(rows.map((row) => row.action)).toEqual(['provider.create', 'provider.update', 'provider.delete']);
    expect(rows.every((row) => row.actor_label === 'test')).toBe(true);
    expect(rows[1]).toMatchObject({ before: { name: 'Audited' }, after: { name: 'Renamed' } });
    expect(JSON.stringify(rows[1]!.after)).toContain('password');
    expect(rows[2]).toMatchObject({ before: { name: 'Renamed' }, after: null });
  });

  it('has no row of what did not happen', async () => {
    const { id } = await makeSmtp({ name: 'Unchanged' });
    await makeProvider({ name: 'In the way' });
    await expect(update(id, { name: 'in the WAY' })).rejects.toMatchObject({ code: 'name_taken' });
    await expect(update(id, { settings: { host: '' } })).rejects.toThrow();
    expect(await auditOf(id)).toHaveLength(1);
  });
});

describe('names', () => {
  it('are taken whatever the letter case, also by one made at the same moment', async () => {
    const input = ProviderInput.parse({ name: 'Twin', kind: 'sandbox', settings: {} });
    const results = await Promise.allSettled(
      ['Twin', 'twin', 'TWIN'].map((name) => createProvider(testContext, { ...input, name })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'name_taken' });
  });

  it('find a provider wherever an id does', async () => {
    const { id } = await makeProvider({ name: 'Named' });
    expect((await getProvider(testContext, 'NAMED')).id).toBe(id);
    expect((await update('named', { priority: 7 })).id).toBe(id);
    const [last] = (await auditOf(id)).slice(-1);
    expect(last?.action).toBe('provider.update');
    await deleteProvider(testContext, { id: 'named' });
    await expect(getProvider(testContext, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('update', () => {
  it('raises the version, so that connections are made anew', async () => {
    const { id } = await makeSmtp();
    const versionOf = async () => (await loadProvider(id))!.config.version;
    const before = await versionOf();
    await update(id, { secrets: { password: SECOND } });
    expect(await versionOf()).toBe(before + 1);
  });

  it('replaces settings as a whole, defaults filled in', async () => {
    const { id } = await makeSmtp();
    const { settings: after } = await update(id, {
      settings: { host: 'other.example.com', port: 465, security: 'tls' },
      secrets: { password: SECOND },
    });
    expect(after).toMatchObject({ host: 'other.example.com', port: 465, security: 'tls', timeoutMs: 30_000 });
    expect(after).not.toHaveProperty('username');
  });

  it('knows a fallback by name or id, but not itself', async () => {
    const [a, b] = [await makeProvider({ name: 'Fall' }), await makeProvider({ name: 'Back' })];
    expect((await update(a.id, { fallback: 'back' })).fallback).toBe('Back');
    expect((await update(a.id, { fallback: b.id })).fallback).toBe('Back');
    await expect(update(a.id, { fallback: 'Fall' })).rejects.toMatchObject({ code: 'validation_failed' });
    await deleteProvider(testContext, { id: b.id });
    expect((await getProvider(testContext, a.id)).fallback).toBeNull();
  });

  it('refuses a fallback that leads back, or that sends something else', async () => {
    const [a, b, c] = [await makeProvider(), await makeProvider(), await makeProvider()];
    await update(a.id, { fallback: b.id });
    await update(b.id, { fallback: c.id });
    await expect(update(c.id, { fallback: a.id })).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'fallback' }],
    });
    await expect(update(b.id, { fallback: a.id })).rejects.toThrow(/already falls back/);
    await update(a.id, { fallback: null });
    expect((await update(c.id, { fallback: a.id })).fallback).toBe(a.name);
    const other = await makeProvider();
    await sql()`update providers set channel = 'sms' where id = ${other.id}`;
    await expect(update(b.id, { fallback: other.id })).rejects.toThrow(/sends sms/);
    const [sandbox, second] = [
      await makeProvider({ kind: 'sandbox' }),
      await makeProvider({ kind: 'sandbox' }),
    ];
    await expect(update(b.id, { fallback: sandbox.id })).rejects.toMatchObject({
      errors: [{ path: 'fallback', code: 'fallback_sandbox' }],
    });
    await expect(makeProvider({ fallback: sandbox.id })).rejects.toThrow(/is a sandbox/);
    expect((await update(second.id, { fallback: sandbox.id })).fallback).toBe(sandbox.name);
    await expect(makeProvider({ name: 'Mixed', fallback: other.id })).rejects.toThrow(/sends sms/);
    await sql()`delete from providers where id = ${other.id}`;
  });

  it('refuses a circle that two changes at the same moment would close', async () => {
    const [a, b] = [await makeProvider(), await makeProvider()];
    const results = await Promise.allSettled([
      update(a.id, { fallback: b.id }),
      update(b.id, { fallback: a.id }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not find what is not there', async () => {
    await expect(update(newId(), {})).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('delete', () => {
  it('is refused while messages wait that may only go through it', async () => {
    const { id, name } = await makeProvider();
    const { id: messageId } = await makeMessage({ providers: [name] });
    await expect(deleteProvider(testContext, { id })).rejects.toMatchObject({ code: 'provider_in_use' });
    await deliverMessages(newId(), [messageId]);
    await deleteProvider(testContext, { id });
  });

  it('is refused while messages wait that name it twice, or with one that is gone', async () => {
    const [{ id, name }, gone] = [await makeProvider(), await makeProvider()];
    await makeMessage({ providers: [name, id] });
    await expect(deleteProvider(testContext, { id })).rejects.toMatchObject({ code: 'provider_in_use' });
    await sql()`update messages set status = 'canceled', due_at = null where due_at is not null`;
    await makeMessage({ providers: [gone.name, name] });
    await deleteProvider(testContext, { id: gone.id });
    await expect(deleteProvider(testContext, { id })).rejects.toMatchObject({ code: 'provider_in_use' });
  });

  it('is refused while a message waits to be repeated by it, because it may have it already', async () => {
    const [{ id }] = [await makeProvider(), await makeProvider()];
    const message = await makeMessage();
    await sql()`
      update messages set status = 'retrying', provider_id = ${id},
        recipients = jsonb_set(recipients, '{0,status}', '"unknown"')
      where id = ${message.id}`;
    await expect(deleteProvider(testContext, { id })).rejects.toMatchObject({ code: 'provider_in_use' });
    await sql()`update messages set status = 'canceled', due_at = null where id = ${message.id}`;
    await deleteProvider(testContext, { id });
  });

  it('is allowed when another provider may take over', async () => {
    const [a, b] = [await makeProvider(), await makeProvider()];
    await makeMessage({ providers: [a.name, b.name] });
    await deleteProvider(testContext, { id: a.id });
    expect(await loadProvider(a.id)).toBeUndefined();
  });

  it('takes keys and tests with it', async () => {
    const { id } = await makeProvider();
    await testProvider(testContext, { id });
    await deleteProvider(testContext, { id });
    expect(await sql()`select from provider_tests where provider_id = ${id}`).toHaveLength(0);
    expect(await sql()`select from provider_keys where provider_id = ${id}`).toHaveLength(0);
  });
});
