import { describe, expect, it } from 'vitest';
import { AI_KINDS, kindOf } from '@/lib/ai/call/kinds';
import { sql } from '@/lib/database/db';
import { makeAiProvider, playAi } from '@/lib/testing/ai/make';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { updateAiProvider } from './change';
import { configOf } from './config';
import { findAiRow, getAiProvider } from './find';
import { activateAiKey, addAiKey, listAiKeys, removeAiKey } from './keys';
import { AiProviderInput } from './schema';
import { testAiProvider } from './test-provider';

useTestDatabase();
allowLoopbackTargets();

const KEY = 'first-canary-0123456789';
const update = (id: string, patch: object) => updateAiProvider(testContext, { id, ...patch });
const keyOf = async (id: string) => (await configOf(await findAiRow(testContext, id)))?.apiKey;

describe('a new one', () => {
  it.each(AI_KINDS)('of the kind %s begins with what is known of it', async (kind) => {
    const { endpoint, known } = kindOf(kind);
    const given = endpoint ? {} : { endpoint: 'https://ai.example.com/openai/v1', model: 'ours' };
    const view = await makeAiProvider({ name: kind, kind, model: known[0]?.id ?? 'ours', ...given });
    expect(view).toMatchObject({ kind, state: 'ready', endpoint: endpoint ?? given.endpoint });
    expect(view.price === null).toBe(known.length === 0);
  });

  it('needs a key where its kind does, and an address where nobody knows it', () => {
    const flaws = (input: object) =>
      AiProviderInput.safeParse({ name: 'x', ...input }).error?.issues.map(({ path }) => path.join('.'));
    expect(flaws({ kind: 'openai' })).toEqual(['apiKey']);
    expect(flaws({ kind: 'compatible' })).toEqual(['endpoint', 'model']);
    expect(flaws({ kind: 'compatible', endpoint: 'https://x.example/v1', model: 'm' })).toBeUndefined();
  });

  it('has a name of its own, and a key that nobody reads', async () => {
    const { name } = await makeAiProvider({ apiKey: KEY });
    await expect(makeAiProvider({ name: name.toUpperCase() })).rejects.toMatchObject({ code: 'name_taken' });
    const reader = {
      ...testContext,
      actor: { type: 'token' as const, id: 'x', label: 'x', scopes: ['ai:read'] },
    };
    expect((await getAiProvider(reader, name)).secrets.apiKey?.last4).toBe('');
    const rows =
      await sql()`select to_jsonb(k)::text as all from ai_keys k union all select to_jsonb(a)::text from audit_log a`;
    expect(JSON.stringify(rows)).not.toContain(KEY);
  });

  it.each(['http://169.254.169.254/v1', 'http://10.0.0.1/v1', 'https://user:pass@ai.example.com/v1'])(
    'is never at %s',
    (endpoint) =>
      expect(makeAiProvider({ kind: 'compatible', endpoint })).rejects.toMatchObject({
        code: 'validation_failed',
      }),
  );
});

it('names no provider of another company as the one that stands in', async () => {
  const [north, south] = [await makeCompany(), await makeCompany()];
  const theirs = await makeAiProvider({ company: north.key });
  const { id } = await makeAiProvider({ fallback: theirs.name });
  expect((await getAiProvider({ ...testContext, companyId: north.id }, id)).fallback).toBe(theirs.name);
  expect((await getAiProvider({ ...testContext, companyId: south.id }, id)).fallback).toBeNull();
});

describe('a change', () => {
  it('to another address needs the key again: nobody’s key goes to a server of somebody else', async () => {
    const { id } = await makeAiProvider({ apiKey: KEY });
    const endpoint = 'https://collector.example.net/v1';
    await expect(update(id, { endpoint })).rejects.toMatchObject({ code: 'validation_failed' });
    await update(id, { endpoint, apiKey: 'their-own-0123456789' });
    expect(await keyOf(id)).toBe('their-own-0123456789');
    expect((await listAiKeys(testContext, id)).data).toHaveLength(1);
  });

  it('of one thing leaves the others, and nobody overwrites what somebody else saved', async () => {
    const before = await makeAiProvider({ budget: { monthly: '3', hard: false } });
    const after = await update(before.id, { priority: 7, version: before.version });
    expect(after).toEqual({ ...before, priority: 7, version: 2, updatedAt: expect.any(String) });
    await expect(update(before.id, { priority: 8, version: before.version })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
  });

  it('may name one that stands in, but not itself', async () => {
    const [a, b] = [await makeAiProvider(), await makeAiProvider()];
    expect((await update(a.id, { fallback: b.name })).fallback).toBe(b.name);
    await expect(update(a.id, { fallback: a.name })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(update(a.id, { fallback: 'nobody' })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

it('has several keys, one of them in use', async () => {
  const { id } = await makeAiProvider({ apiKey: KEY });
  const second = await addAiKey(testContext, {
    id,
    label: 'second',
    apiKey: 'second-0123456789',
    active: false,
  });
  expect(await keyOf(id)).toBe(KEY);
  await activateAiKey(testContext, { id, keyId: second.id });
  expect(await keyOf(id)).toBe('second-0123456789');
  await expect(removeAiKey(testContext, { id, keyId: second.id })).rejects.toMatchObject({
    code: 'conflict',
  });
  const [, first] = (await listAiKeys(testContext, id)).data;
  await removeAiKey(testContext, { id, keyId: first!.id });
  await removeAiKey(testContext, { id, keyId: second.id });
  expect((await getAiProvider(testContext, id)).state).toBe('no_key');
});

describe('a test', () => {
  it.each(AI_KINDS)('of the kind %s: key, model, answer', async (kind) => {
    const endpoint = kind === 'azure' ? '/openai/v1' : '';
    const { provider, fake } = await playAi({ kind });
    expect(await testAiProvider(testContext, { id: provider.id })).toMatchObject({
      ok: true,
      steps: [
        { name: 'key', ok: true },
        { name: 'model', ok: true },
        { name: 'answer', ok: true },
      ],
      models: ['ok'],
    });
    expect(fake.flaws.map((flaw) => flaw.replace(endpoint, ''))).toEqual([]);
  });

  it('says when the model is not there, and which there are', async () => {
    const { provider } = await playAi({ model: 'gone', models: ['other'] });
    expect(await testAiProvider(testContext, { id: provider.id })).toMatchObject({
      ok: false,
      steps: [
        { name: 'key', ok: true },
        { name: 'model', ok: false },
      ],
      fault: 'gone',
      models: ['other'],
    });
  });

  it('takes a model by another name than the list has it', async () => {
    // Anthropic lists claude-haiku-4-5-20251001, Ollama llama3.2:latest.
    const { provider } = await playAi({ kind: 'anthropic', models: ['ok-20251001'] });
    expect(await testAiProvider(testContext, { id: provider.id })).toMatchObject({ ok: true });
  });

  it('is booked and noted as any call is, and costs no more than is left', async () => {
    const { provider, fake } = await playAi({ budget: { monthly: '0.02', hard: true } });
    await testAiProvider(testContext, { id: provider.id });
    const { month, version } = await getAiProvider(testContext, provider.id);
    expect(month).toEqual({ calls: 1, failed: 0, tokens: 18, cost: '0.000025' });
    await update(provider.id, { budget: { monthly: '0.0001', hard: true }, version });
    expect(await testAiProvider(testContext, { id: provider.id })).toMatchObject({
      ok: false,
      refused: 'budget',
    });
    expect(fake.asked).toHaveLength(1);
  });

  it('that goes well ends what was', async () => {
    const { provider } = await playAi();
    await sql()`update ai_providers set fault = 'quota', failed_at = now(), failures = 3, open_until = now() + interval '1 day' where id = ${provider.id}`;
    expect((await getAiProvider(testContext, provider.id)).state).toBe('stopped');
    await testAiProvider(testContext, { id: provider.id });
    expect(await getAiProvider(testContext, provider.id)).toMatchObject({ state: 'ready', failure: null });
  });

  it('says what is wrong in the words of the service, without the key', async () => {
    const { provider } = await playAi({ kind: 'openai', model: 'bad-key', models: ['bad-key'] });
    const test = await testAiProvider(testContext, { id: provider.id });
    expect(test).toMatchObject({
      ok: false,
      fault: 'auth',
      reply: expect.stringContaining('Incorrect API key'),
    });
    expect(test.reply).not.toContain('sk-can');
  });
});
