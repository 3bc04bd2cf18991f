import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { type Call, call, expectProblem, type Handler } from '@/lib/testing/http';
import { DELETE, GET as get, PATCH } from './[id]/route';
import { POST as reorder } from './reorder/route';
import { GET, POST } from './route';

useTestDatabase();

const CANARY = 'canary-secret-0123456789';
const smtp = {
  kind: 'smtp',
  settings: { host: 'smtp.example.com', username: 'clinic' },
  secrets: { password: CANARY },
  fromEmail: 'clinic@example.com',
};

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const one = { params: { id: newId() } };
const body = { name: 'x', kind: 'sandbox', settings: {} };
const write = { scope: 'providers:write', role: 'technician' } as const;
describeAccess('GET', GET, { scope: 'providers:read', role: 'viewer' });
describeAccess('POST', POST, { ...write, request: { body } });
describeAccess('POST reorder', reorder, { ...write, request: { body: { providers: ['Main'] } } });
describeAccess('GET one', get, { scope: 'providers:read', role: 'viewer', request: one });
describeAccess('PATCH', PATCH, { ...write, request: { ...one, method: 'PATCH', body: {} } });
describeAccess('DELETE', DELETE, { ...write, request: { ...one, method: 'DELETE' } });

const create = (input: object) => call(POST, { token, body: { ...smtp, ...input } });
const on = (handler: Handler, id: string, options: Call = {}) =>
  call(handler, { token, params: { id }, ...options });

describe('POST', () => {
  it('201 with the provider, its defaults and no secret', async () => {
    const answer = await create({ name: 'Clinic', costPerMessage: '0.0008' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      name: 'Clinic',
      kind: 'smtp',
      settings: { host: 'smtp.example.com', port: 587, security: 'starttls' },
      secrets: { password: { set: true, last4: '', updatedAt: expect.any(String) } },
      costPerMessage: '0.0008',
      monthlyFee: '0',
      active: true,
    });
    expect(answer.text).not.toContain(CANARY);
    expect((await call(GET, { token })).text).not.toContain(CANARY);
  });

  it.each<[object, string]>([
    [{ name: undefined }, 'name'],
    [{ name: 'a\r\nb' }, 'name'],
    [{ kind: 'pigeon' }, 'kind'],
    [{ nam: 'x' }, 'nam'],
    [{ settings: { host: 'a b' } }, 'settings.host'],
    [{ settings: { host: 'a\r\nQUIT' } }, 'settings.host'],
    [{ settings: { host: 'smtp.example.com', port: 0 } }, 'settings.port'],
    [{ settings: { host: 'smtp.example.com', hots: 'x' } }, 'settings.hots'],
    [{ settings: { host: 'smtp.example.com', ehloName: 'a\r\nMAIL FROM:<x>' } }, 'settings.ehloName'],
    [{ secrets: { passwort: 'x' } }, 'secrets.passwort'],
    [{ secrets: { password: 13 } }, 'secrets.password'],
    [{ fromEmail: 'clinic' }, 'fromEmail'],
    [{ fromName: 'a\nb' }, 'fromName'],
    [{ priority: 101 }, 'priority'],
    [{ costPerMessage: 0.1 }, 'costPerMessage'],
    [{ costPerMessage: '-1' }, 'costPerMessage'],
    [{ costPerMessage: '1e3' }, 'costPerMessage'],
    [{ monthlyFee: '-0.01' }, 'monthlyFee'],
    [{ budget: { monthly: '-5', hard: true } }, 'budget.monthly'],
    [{ costPerMessage: '0.001', budget: { monthly: '0', hard: true } }, 'budget.monthly'],
    [{ costPerMessage: '1', monthlyFee: '20', budget: { monthly: '20.5', hard: true } }, 'budget.monthly'],
    [{ limits: { day: -1 } }, 'limits.day'],
    [{ limits: { day: 0 } }, 'limits.day'],
    [{ limits: { minute: 100, hour: 50 } }, 'limits.minute'],
    [{ limits: { hour: 501, day: 500, month: 500 } }, 'limits.hour'],
    [{ limits: { minute: 600, month: 500 } }, 'limits.minute'],
    [{ limits: { second: 0 } }, 'limits.second'],
    [{ limits: { second: 0.5 } }, 'limits.second'],
    [{ limits: { second: 100, minute: 50 } }, 'limits.second'],
    [{ limits: { second: 301, day: 300 } }, 'limits.second'],
    [{ overrides: { breaker: { failures: 0 } } }, 'overrides.breaker.failures'],
    [{ overrides: { breaker: { windowMinutes: 5 } } }, 'overrides.breaker.windowMinutes'],
    [{ overrides: { retries: { faultMinutes: [5, 0] } } }, 'overrides.retries.faultMinutes.1'],
    [{ overrides: { retries: { immediateTries: 4 } } }, 'overrides.retries.immediateTries'],
    [{ overrides: { pace: { connections: 0 } } }, 'overrides.pace.connections'],
    [{ overrides: { pace: { failOverAfterSeconds: 86_401 } } }, 'overrides.pace.failOverAfterSeconds'],
    [{ weight: -1 }, 'weight'],
    [{ weight: 1001 }, 'weight'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '+03:00' }, 'timeZone'],
    [{ senderDomains: ['example'] }, 'senderDomains.0'],
    [{ senderDomains: ['a@example.com'] }, 'senderDomains.0'],
    [{ fallback: 'nobody' }, 'fallback'],
  ])('400: %j', async (input, path) => {
    expectProblem(await create({ name: 'Bad', ...input }), 400, 'validation_failed', path);
    expect(await sql()`select from providers where name = 'Bad'`).toHaveLength(0);
  });

  it.each([
    'http://127.0.0.1:8080',
    'https://localhost/v3',
    'https://10.0.0.7',
    'https://2130706433',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://169.254.169.254/latest/meta-data',
    'http://93.184.215.14',
    'https://user:pass@93.184.215.14',
    'ftp://93.184.215.14',
  ])('400: the endpoint %s', async (endpoint) => {
    const api = { kind: 'sendgrid', settings: { endpoint }, secrets: { apiKey: CANARY } };
    const refused = await create({ name: 'Bad', ...api });
    expectProblem(refused, 400, 'validation_failed', 'settings.endpoint');
    const { id } = (await create({ ...api, name: `Good ${endpoint}`.slice(0, 80), settings: {} })).body;
    const changed = await on(PATCH, id, { method: 'PATCH', body: { settings: { endpoint } } });
    expectProblem(changed, 400, 'validation_failed', 'settings.endpoint');
  });

  it('201: an endpoint whose name is not known yet', async () => {
    const settings = { endpoint: 'https://api.relevo.invalid' };
    const secrets = { apiKey: CANARY };
    expect((await create({ name: 'Later', kind: 'sendgrid', settings, secrets })).status).toBe(201);
  });

  it('201: limits that fit, a time zone, sender domains written one way', async () => {
    const given = { limits: { minute: 50, hour: 50, day: 1000 }, timeZone: 'America/Asuncion' };
    const made = await create({ name: 'Limits', ...given, senderDomains: ['Example.COM', 'example.com'] });
    expect(made.body).toMatchObject({ ...given, senderDomains: ['example.com'] });
    const cleared = await on(PATCH, made.body.id, {
      method: 'PATCH',
      body: { limits: {}, timeZone: null, senderDomains: [] },
    });
    expect(cleared.body).toMatchObject({ limits: {}, timeZone: null, senderDomains: null });
  });

  it('201: a pace beside slower limits: five a second until thirty are sent that minute', async () => {
    const limits = { second: 5, minute: 30, hour: 500 };
    expect((await create({ name: 'Paced', limits })).body).toMatchObject({ limits });
  });

  it('201, 200: values of its own, which a change replaces as a whole; told to the audit log', async () => {
    const overrides = {
      breaker: { failures: 2, openSeconds: 60 },
      retries: { faultMinutes: [], deferralMinutes: [30.5], immediateTries: 1, immediateDelaySeconds: 30 },
      pace: { failOverAfterSeconds: 10, connections: 3 },
    };
    const { status, body } = await create({ name: 'Own ways', overrides });
    expect([status, body.overrides]).toEqual([201, overrides]);
    const patch = (change: object) => on(PATCH, body.id, { method: 'PATCH', body: change });
    expect((await patch({ priority: 3 })).body.overrides).toEqual(overrides);
    const changed = await patch({ overrides: { breaker: {}, pace: { connections: 1 } } });
    expect([changed.status, changed.body.overrides]).toEqual([200, { pace: { connections: 1 } }]);
    const [row] = await sql()`
      select before, after from audit_log where subject_id = ${body.id} order by id desc limit 1`;
    expect(row).toMatchObject({ before: { overrides }, after: { overrides: { pace: { connections: 1 } } } });
    expect((await create({ name: 'As all do' })).body.overrides).toEqual({});
  });

  it('400 malformed, 413, 415', async () => {
    expectProblem(await call(POST, { token, body: '{' }), 400, 'malformed_json');
    expectProblem(await call(POST, { token, body: ' '.repeat(1024 * 1024 + 1) }), 413, 'payload_too_large');
    const headers = { 'content-type': 'text/plain' };
    expectProblem(await call(POST, { token, body: '{}', headers }), 415, 'unsupported_media_type');
  });

  it('409: a name is taken whatever its letter case', async () => {
    await create({ name: 'Taken' });
    expectProblem(await create({ name: 'TAKEN' }), 409, 'name_taken', 'name');
  });
});

describe('GET', () => {
  it('lists them in the order in which they are tried', async () => {
    await makeProvider({ name: 'zz Last', priority: 0 });
    await makeProvider({ name: 'First', priority: 100 });
    const names = (await call(GET, { token })).body.data.map(({ name }: { name: string }) => name);
    expect([names[0], names.at(-1)]).toEqual(['First', 'zz Last']);
  });

  it('finds one by id and by name', async () => {
    const { id } = await makeProvider({ name: 'By Name' });
    expect((await on(get, id)).body.name).toBe('By Name');
    expect((await on(get, 'by name')).body.id).toBe(id);
  });
});

describe('PATCH', () => {
  it('changes what is given and leaves the rest', async () => {
    const { id } = (await create({ name: 'Patch' })).body;
    const answer = await on(PATCH, id, { method: 'PATCH', body: { active: false } });
    expect(answer.body).toMatchObject({ name: 'Patch', active: false, secrets: { password: { set: true } } });
  });

  it('400: its kind stays', async () => {
    const { id } = await makeProvider();
    const answer = await on(PATCH, id, { method: 'PATCH', body: { kind: 'smtp' } });
    expectProblem(answer, 400, 'validation_failed', 'kind');
  });

  it('409: name_taken', async () => {
    await makeProvider({ name: 'Mine' });
    const { id } = await makeProvider({ name: 'Yours' });
    expectProblem(
      await on(PATCH, id, { method: 'PATCH', body: { name: 'mine' } }),
      409,
      'name_taken',
      'name',
    );
  });
});

describe('DELETE', () => {
  it('204, and then 404', async () => {
    const { id } = await makeProvider();
    expect((await on(DELETE, id, { method: 'DELETE' })).status).toBe(204);
    expectProblem(await on(get, id), 404, 'not_found');
  });

  it('409 while messages wait that may only go through it', async () => {
    const { id, name } = await makeProvider();
    await makeMessage({ providers: [name] });
    expectProblem(await on(DELETE, id, { method: 'DELETE' }), 409, 'provider_in_use');
  });
});

it.each<[string, Handler, Call]>([
  ['GET', get, {}],
  ['PATCH', PATCH, { method: 'PATCH', body: {} }],
  ['DELETE', DELETE, { method: 'DELETE' }],
])('404: %s of one that is not there', async (_name, handler, options) => {
  expectProblem(await on(handler, newId(), options), 404, 'not_found');
});
