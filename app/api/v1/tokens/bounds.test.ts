import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST as resend } from '../messages/[id]/resend/route';
import { GET as readMessage } from '../messages/[id]/route';
import { POST as sendBatch } from '../messages/batch/route';
import { POST as send } from '../messages/route';
import { GET as getToken, PATCH } from './[id]/route';
import { GET, POST } from './route';

useTestDatabase();

const message = {
  to: 'ana@example.com',
  from: 'desk@clinic.example',
  subject: 'Receipt',
  text: 'Thank you.',
};
const rights = ['messages:send', 'messages:read', 'tokens:read', 'tokens:write'];

let owner: string;
let main: { id: string; name: string };
let spare: { id: string; name: string };
beforeAll(async () => {
  owner = await makeToken();
  main = await makeProvider();
  spare = await makeProvider();
});

const make = async (more: object, maker = owner) =>
  (await call(POST, { token: maker, body: { name: 'desk', scopes: rights, ...more } })).body;
const patch = (id: string, body: object, token = owner) =>
  call(PATCH, { token, method: 'PATCH', params: { id }, body });
const from = (address: string) => ({ [CLIENT_ADDRESS_HEADER]: address });

describe('the domains that a token may send from', () => {
  it('are the only ones, and one must be said', async () => {
    const { token } = await make({ fromDomains: ['Clinic.example', 'garage.example'] });
    expect((await call(send, { token, body: message })).status).toBe(202);
    for (const sender of ['desk@school.example', 'desk@mail.clinic.example', undefined]) {
      const answer = await call(send, { token, body: { ...message, from: sender } });
      expectProblem(answer, 403, 'forbidden', 'from');
      expect(answer.body.errors[0].message).toContain('clinic.example, garage.example');
    }
    const { body } = await call(sendBatch, {
      token,
      body: { messages: [message, { ...message, from: 'x@school.example' }] },
    });
    expect(body.results).toMatchObject([{ status: 'queued' }, { error: { code: 'forbidden' } }]);
  });
});

describe('the providers that a token may use', () => {
  it('are those of its messages that name none, and no other may be named', async () => {
    const { token, providers } = await make({ providers: [spare.name] });
    expect(providers).toEqual([spare.id]);
    const accepted = await call(send, { token, body: message });
    const [row] = await sql()`select provider_ids as ids from messages where id = ${accepted.body.id}`;
    expect(row!.ids).toEqual([spare.id]);
    const other = await call(send, { token, body: { ...message, providers: [main.name] } });
    expectProblem(other, 403, 'forbidden', 'providers.0');
    expect((await call(send, { token, body: { ...message, providers: [spare.id] } })).status).toBe(202);
  });
});

describe('a test token', () => {
  it('hands in tests', async () => {
    const { token, kind } = await make({ kind: 'test' });
    const accepted = await call(send, { token, body: message });
    const { body } = await call(readMessage, { token, params: { id: accepted.body.id } });
    expect([kind, body.test]).toEqual(['test', true]);
  });

  it('sends nothing again for real', async () => {
    const { token } = await make({ kind: 'test', scopes: [...rights, 'messages:write'] });
    const { body } = await call(send, { token: owner, body: message });
    await sql()`update messages set status = 'parked', reason = 'all_failed', due_at = null where id = ${body.id}`;
    const request = { method: 'POST', params: { id: body.id } } as const;
    expectProblem(await call(resend, { ...request, token }), 409, 'not_resendable');
    expect((await call(resend, { ...request, token: owner })).status).toBe(200);
  });
});

describe('limits', () => {
  it('hold over all that ask at once, each message of a batch being one', async () => {
    const { token } = await make({ limits: { minute: 1000, day: 10 } });
    const batch = await call(sendBatch, { token, body: { messages: [message, message, message, message] } });
    expect([batch.status, batch.headers.get('ratelimit-remaining')]).toEqual([200, '6']);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(GET, { token })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    const refused = answers.find(({ status }) => status !== 200)!;
    expectProblem(refused, 429, 'rate_limited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-limit')).toBe('10');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
  });

  it('are told beside an answer, and not of a token that has none', async () => {
    const { token } = await make({ limits: { minute: 5 } });
    expect((await call(GET, { token })).headers.get('ratelimit-remaining')).toBe('4');
    expect((await call(GET, { token: owner })).headers.get('ratelimit-limit')).toBeNull();
  });
});

describe('where a token may be used from', () => {
  it('is an address or a range, of either family', async () => {
    const { token, allowedIps } = await make({ allowedIps: ['203.0.113.7', '2001:db8::/32'] });
    expect(allowedIps).toEqual(['203.0.113.7/32', '2001:db8::/32']);
    for (const ip of ['203.0.113.7', '::ffff:203.0.113.7', '2001:db8:1::9'])
      expect((await call(GET, { token, headers: from(ip) })).status).toBe(200);
    for (const ip of ['203.0.113.8', '2001:db9::1'])
      expectProblem(await call(GET, { token, headers: from(ip) }), 403, 'address_not_allowed');
    expectProblem(await call(GET, { token }), 403, 'address_not_allowed');
  });
});

describe('what a token makes', () => {
  const bounds = {
    fromDomains: ['clinic.example'],
    allowedIps: ['203.0.113.0/24'],
    limits: { minute: 50 },
    kind: 'test',
  };
  const at = { headers: from('203.0.113.9') };
  const makeBy = (token: string, more: object) =>
    call(POST, { ...at, token, body: { name: 'child', scopes: ['messages:send'], ...more } });

  it('has its bounds where it says none', async () => {
    const maker = await make({ ...bounds, providers: [main.id] });
    const { body } = await makeBy(maker.token, {});
    expect(body).toMatchObject({ ...bounds, providers: [main.id], limits: { minute: 50, day: null } });
  });

  it.each<object>([
    { fromDomains: ['school.example'] },
    { allowedIps: ['203.0.0.0/16'] },
    { allowedIps: ['198.51.100.1'] },
    { scopes: ['settings:write'] },
  ])('may not go beyond: %j', async (more) => {
    const maker = await make(bounds);
    expectProblem(await makeBy(maker.token, more), 403, 'forbidden');
  });

  it('may be narrower, and no limit is higher', async () => {
    const maker = await make(bounds);
    const { body } = await makeBy(maker.token, {
      allowedIps: ['203.0.113.9'],
      limits: { minute: 900, day: 7 },
      kind: 'live',
    });
    expect(body).toMatchObject({
      allowedIps: ['203.0.113.9/32'],
      limits: { minute: 50, day: 7 },
      kind: 'test',
    });
  });

  it('narrows with it', async () => {
    const maker = await make({ scopes: rights });
    const child = await make({ scopes: ['messages:send', 'messages:read'] }, maker.token);
    expect((await patch(maker.id, { scopes: ['messages:read'], limits: { day: 3 } })).status).toBe(200);
    const { body } = await call(getToken, { token: owner, params: { id: child.id } });
    expect(body).toMatchObject({ scopes: ['messages:read'], limits: { minute: null, day: 3 } });
  });

  it('is revoked where nothing is left to it, and gets nothing that it never had', async () => {
    const maker = await make({ fromDomains: ['clinic.example', 'garage.example'] });
    const child = await make({ scopes: ['messages:send'], fromDomains: ['clinic.example'] }, maker.token);
    expect((await patch(maker.id, { fromDomains: ['garage.example'] })).status).toBe(200);
    for (const from of ['x@clinic.example', 'x@garage.example'])
      expectProblem(
        await call(send, { token: child.token, body: { ...message, from } }),
        401,
        'token_revoked',
      );
  });

  it('cannot widen itself', async () => {
    const maker = await make({ fromDomains: ['clinic.example'], limits: { minute: 5 }, expiresInDays: 1 });
    const wide = { fromDomains: null, limits: null, expiresAt: null };
    const { body } = await patch(maker.id, wide, maker.token);
    expect(body).toMatchObject({ fromDomains: ['clinic.example'], limits: { minute: 5, day: null } });
    expect(body.expiresAt).toBe(maker.expiresAt);
    const more = await patch(maker.id, { scopes: ['settings:write'] }, maker.token);
    expectProblem(more, 403, 'forbidden');
  });
});
