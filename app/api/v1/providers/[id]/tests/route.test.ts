import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { testProvider } from '@/lib/providers/health/connection-test';
import { updateProvider } from '@/lib/providers/update';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { type Call, call, expectProblem } from '@/lib/testing/http';
import { POST as check } from '../health-check/route';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const one = { params: { id: newId() } };
describeAccess('GET', GET, { scope: 'providers:read', role: 'viewer', request: one });
describeAccess('health-check', check, {
  scope: 'providers:write',
  role: 'technician',
  request: { ...one, method: 'POST' },
});

const list = (id: string, options: Call = {}) => call(GET, { token, params: { id }, ...options });
const checkOne = (id: string, options: Call = {}) =>
  call(check, { token, method: 'POST', params: { id }, ...options });

describe('GET', () => {
  it('newest first, page by page, each in the words of the reader', async () => {
    const { id, name } = await makeProvider();
    for (const behaviour of ['address', 'down', 'address', 'down', 'address']) {
      await updateProvider(testContext, { id, settings: { behaviour } });
      await testProvider(testContext, { id });
    }
    const first = await list(name, { query: { limit: '2' }, headers: { 'accept-language': 'es' } });
    expect(first.body.data).toMatchObject([
      { ok: true, steps: [{ ok: true }], at: expect.any(String), durationMs: expect.any(Number) },
      { ok: false, cause: 'refused', summary: expect.stringContaining('rechaza la conexión') },
    ]);
    const second = await list(id, { query: { limit: '2', cursor: first.body.nextCursor } });
    const third = await list(id, { query: { limit: '2', cursor: second.body.nextCursor } });
    expect(third.body.nextCursor).toBeNull();
    const all = [first, second, third].flatMap(({ body }) => body.data);
    expect(all.map(({ ok }) => ok)).toEqual([true, false, true, false, true]);
    expect(new Set(all.map((test) => test.id)).size).toBe(5);
    expect((await list(id)).body.data.map((test: { id: string }) => test.id)).toEqual(
      all.map((test) => test.id),
    );
  });

  it('only its own', async () => {
    const [tested, other] = [await makeProvider(), await makeProvider()];
    await testProvider(testContext, { id: tested.id });
    expect((await list(other.id)).body).toEqual({ data: [], nextCursor: null });
  });

  it.each<[Record<string, string>, string]>([
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ cursor: 'x' }, 'cursor'],
    [{ ok: 'true' }, 'ok'],
  ])('400: %j', async (query, path) => {
    const { id } = await makeProvider();
    expectProblem(await list(id, { query }), 400, 'validation_failed', path);
  });
});

describe('health-check', () => {
  it('says in short whether it works, keeps that, and leaves the audit log alone', async () => {
    const { id, name } = await makeProvider({ name: 'Checked', settings: { behaviour: 'down' } });
    const answer = await checkOne(name, { headers: { 'accept-language': 'es' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ok: false,
      cause: 'refused',
      summary: expect.stringMatching(/Checked rechaza la conexión/),
      ms: expect.any(Number),
      at: expect.any(String),
    });
    expect((await list(id)).body.data).toMatchObject([{ ok: false, cause: 'refused', at: answer.body.at }]);
    const audited = await sql()`select action from audit_log where subject_id = ${id}`;
    expect(audited.map(({ action }) => action)).toEqual(['provider.create']);
  });
});

it('404', async () => {
  expectProblem(await list(newId()), 404, 'not_found');
  expectProblem(await checkOne(newId()), 404, 'not_found');
});
