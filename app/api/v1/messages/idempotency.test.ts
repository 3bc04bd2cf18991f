import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { deleteProvider } from '@/lib/providers/delete';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { type Call, call, expectProblem } from '@/lib/testing/http';
import { countStored } from '@/lib/testing/stored';
import { POST } from './route';

useTestDatabase();

const valid = { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' };

let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  token = await makeToken();
});

afterEach(() => {
  vi.useRealTimers();
});

const post = (body: unknown, options: Call = {}) => call(POST, { token, body, ...options });

describe('Idempotency-Key', () => {
  const keyed = (key: string, body: unknown = valid, options: Call = {}) =>
    post(body, { ...options, headers: { 'idempotency-key': key } });
  const countOf = async (subject: string) =>
    (await sql()`select from messages where subject = ${subject}`).length;

  it('answers the same again and sends once', async () => {
    const body = { ...valid, subject: 'once' };
    const first = await keyed('once', body);
    const again = await keyed('once', body);
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(first.status);
    expect(first.headers.has('idempotent-replayed')).toBe(false);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await countOf('once')).toBe(1);
  });

  it('is one message for 20 requests at the same time', async () => {
    const body = { ...valid, subject: 'parallel' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => keyed('parallel', body)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 202)).toBe(true);
    expect(await countOf('parallel')).toBe(1);
  });

  it('with another body is a conflict, and nothing is stored', async () => {
    await keyed('other body');
    const before = await countStored();
    expectProblem(await keyed('other body', { ...valid, text: 'Else' }), 409, 'idempotency_conflict');
    expect(await countStored()).toEqual(before);
  });

  it('answers the same again after the hour it was scheduled for', async () => {
    const at = Date.now() + 3_600_000;
    const body = { ...valid, scheduledAt: new Date(at).toISOString() };
    const first = await keyed('scheduled', body);
    expect(first.body.status).toBe('scheduled');
    vi.useFakeTimers({ now: at + 5, toFake: ['Date'] });
    expect((await keyed('scheduled', body)).body).toEqual(first.body);
    expectProblem(await keyed('scheduled too late', body), 400, 'validation_failed', 'scheduledAt');
    const other = { ...body, subject: 'Else' };
    expectProblem(await keyed('scheduled', other), 409, 'idempotency_conflict');
  });

  it('answers the same again after the provider it names was deleted', async () => {
    const { id, name } = await makeProvider();
    const body = { ...valid, providers: [name, 'Main'] };
    const first = await keyed('gone', body);
    await deleteProvider(testContext, { id });
    const again = await keyed('gone', body);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expectProblem(await keyed('gone too', body), 400, 'validation_failed', 'providers.0');
  });

  it('belongs to its token', async () => {
    const mine = await keyed('shared');
    const theirs = await keyed('shared', valid, { token: await makeToken() });
    expect(theirs.status).toBe(202);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is not used up by a request that was refused', async () => {
    expect((await keyed('refused', { ...valid, to: 'ana' })).status).toBe(400);
    expect((await keyed('refused')).status).toBe(202);
  });

  it('is free again after 24 hours', async () => {
    const first = await keyed('old');
    await sql()`update idempotency_keys set created_at = now() - interval '24 hours 1 minute' where key = 'old'`;
    const later = await keyed('old');
    expect(later.status).toBe(202);
    expect(later.body.id).not.toBe(first.body.id);
  });

  it('may have 256 characters', async () => {
    expect((await keyed('k'.repeat(256))).status).toBe(202);
    expectProblem(await keyed('k'.repeat(257)), 400, 'validation_failed', 'Idempotency-Key');
  });
});
