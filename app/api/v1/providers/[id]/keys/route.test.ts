import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { loadProvider } from '@/lib/providers/load';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem, type Handler } from '@/lib/testing/http';
import { POST as activate } from './[keyId]/activate/route';
import { DELETE } from './[keyId]/route';
import { GET, POST } from './route';

useTestDatabase();

const FIRST = 'first-canary-0123456789';
const SECOND = 'second-canary-9876543210';

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const body = { label: 'Second', secrets: { password: SECOND } };
const one = { params: { id: newId(), keyId: newId() } };
const write = { scope: 'providers:write', role: 'technician' } as const;
describeAccess('GET', GET, { scope: 'providers:read', role: 'viewer', request: one });
describeAccess('POST', POST, { ...write, request: { ...one, body } });
describeAccess('DELETE', DELETE, { ...write, request: { ...one, method: 'DELETE' } });
describeAccess('activate', activate, { ...write, request: { ...one, method: 'POST' } });

const makeSmtp = (secrets: Record<string, string> = { password: FIRST }) =>
  makeProvider({ kind: 'smtp', settings: { host: 'smtp.example.com', username: 'clinic' }, secrets });
const list = async (id: string) => (await call(GET, { token, params: { id } })).body.data;
const add = (id: string, input: object = {}) =>
  call(POST, { token, params: { id }, body: { ...body, ...input } });
const on = (handler: Handler, id: string, keyId: string, method: 'POST' | 'DELETE') =>
  call(handler, { token, method, params: { id, keyId } });

it('a provider begins with one key, which is active', async () => {
  const { id } = await makeSmtp();
  expect(await list(id)).toEqual([
    {
      id: expect.any(String),
      label: 'default',
      scopes: null,
      active: true,
      secrets: { password: { set: true, last4: '', updatedAt: expect.any(String) } },
      endsAt: null,
      endedByHand: false,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    },
  ]);
});

describe('POST', () => {
  it('201 with a second key that waits, and no secret in any answer or audit row', async () => {
    const { id, name } = await makeSmtp();
    const answer = await add(name, { scopes: 'send only' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      label: 'Second',
      scopes: 'send only',
      active: false,
      secrets: { password: { set: true, last4: '' } },
    });
    expect((await loadProvider(id))?.config.secrets).toEqual({ password: FIRST });
    const listed = await call(GET, { token, params: { id } });
    const rows = await sql()`select * from audit_log where subject_id = ${id} order by id`;
    expect(rows.at(-1)).toMatchObject({
      action: 'provider_key.add',
      after: { keyId: answer.body.id, label: 'Second', scopes: 'send only', names: ['password'] },
    });
    const stored = JSON.stringify([rows, await sql()`select * from provider_keys`]);
    for (const text of [answer.text, listed.text, stored]) {
      expect(text).not.toContain(SECOND);
      expect(text).not.toContain(Buffer.from(SECOND).toString('base64').slice(0, 20));
      expect(text.includes('enc:v1')).toBe(text === stored);
    }
  });

  it('used at once if asked for, or if there is no other', async () => {
    const { id } = await makeSmtp();
    expect((await add(id, { activate: true })).body.active).toBe(true);
    expect((await list(id)).map((key: { active: boolean }) => key.active)).toEqual([false, true]);
    expect((await loadProvider(id))?.config.secrets).toEqual({ password: SECOND });
    for (const key of await list(id)) if (!key.active) await on(DELETE, id, key.id, 'DELETE');
    const [last] = await list(id);
    expect((await on(DELETE, id, last.id, 'DELETE')).status).toBe(204);
    expect((await loadProvider(id))?.config.secrets).toEqual({});
    expect((await add(id)).body.active).toBe(true);
  });

  it.each<[object, string]>([
    [{ label: '' }, 'label'],
    [{ label: 'a\r\nb' }, 'label'],
    [{ scopes: 'a\nb' }, 'scopes'],
    [{ secrets: {} }, 'secrets'],
    [{ secrets: { password: '' } }, 'secrets.password'],
    [{ secrets: { password: null } }, 'secrets.password'],
    [{ secrets: { apiKey: 'x' } }, 'secrets.apiKey'],
    [{ activate: 'yes' }, 'activate'],
    [{ active: true }, 'active'],
  ])('400: %j', async (input, path) => {
    const { id } = await makeSmtp();
    const answer = await add(id, input);
    expectProblem(answer, 400, 'validation_failed', path);
    expect(answer.text).not.toContain(SECOND);
    expect(await list(id)).toHaveLength(1);
  });

  it('409: a label is taken whatever its letter case; and there may be 20 of them', async () => {
    const { id } = await makeSmtp();
    const answers = await Promise.all([add(id), add(id, { label: 'SECOND' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expectProblem(await add(id, { label: 'second' }), 409, 'name_taken', 'label');
    for (let count = 2; count < 20; count++) await add(id, { label: `key ${count}` });
    expectProblem(await add(id, { label: 'one too many' }), 409, 'conflict');
  });
});

describe('activate', () => {
  it('changes what is sent with, renews connections once, and is in the audit log', async () => {
    const { id } = await makeSmtp();
    const { id: keyId } = (await add(id)).body;
    const before = (await loadProvider(id))!.config.version;
    for (let repeat = 0; repeat < 2; repeat++)
      expect((await on(activate, id, keyId, 'POST')).body).toMatchObject({ id: keyId, active: true });
    expect((await loadProvider(id))!.config).toMatchObject({
      version: before + 1,
      secrets: { password: SECOND },
    });
    const [row] = await sql()`
      select before, after from audit_log where subject_id = ${id} and action = 'provider_key.activate' order by id`;
    expect(row).toMatchObject({ before: { label: 'default' }, after: { keyId, label: 'Second' } });
  });

  it('leaves one active however many are asked for at once', async () => {
    const { id } = await makeSmtp();
    for (const label of ['a', 'b', 'c']) await add(id, { label });
    const keys: { id: string }[] = await list(id);
    const answers = await Promise.all(keys.map((key) => on(activate, id, key.id, 'POST')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await list(id)).filter((key: { active: boolean }) => key.active)).toHaveLength(1);
  });
});

describe('DELETE', () => {
  it('204 for a key that is not used, without renewing connections', async () => {
    const { id } = await makeSmtp();
    const { id: keyId } = (await add(id)).body;
    const before = (await loadProvider(id))!.config.version;
    expect((await on(DELETE, id, keyId, 'DELETE')).status).toBe(204);
    expect(await list(id)).toHaveLength(1);
    expect((await loadProvider(id))!.config.version).toBe(before);
    expectProblem(await on(DELETE, id, keyId, 'DELETE'), 404, 'not_found');
  });

  it('409 for the active one while there is another', async () => {
    const { id } = await makeSmtp();
    await add(id);
    const [active] = await list(id);
    const answer = await on(DELETE, id, active.id, 'DELETE');
    expectProblem(answer, 409, 'conflict');
    expect(answer.body.detail).toContain('Activate another one first');
    expect(await list(id)).toHaveLength(2);
  });
});

describe('404', () => {
  it.each(['activate', 'DELETE'])('%s of a key of another provider, or of none', async (verb) => {
    const [mine, theirs] = [await makeSmtp(), await makeSmtp()];
    const { id: keyId } = (await add(theirs.id)).body;
    const request = (provider: string, key: string) =>
      verb === 'DELETE' ? on(DELETE, provider, key, 'DELETE') : on(activate, provider, key, 'POST');
    expectProblem(await request(mine.id, keyId), 404, 'not_found');
    expectProblem(await request(mine.id, 'x'), 404, 'not_found');
    expectProblem(await request(newId(), keyId), 404, 'not_found');
    expect(await list(theirs.id)).toHaveLength(2);
  });

  it('GET and POST of a provider that is not there', async () => {
    expectProblem(await call(GET, { token, params: { id: newId() } }), 404, 'not_found');
    expectProblem(await add(newId()), 404, 'not_found');
  });
});
