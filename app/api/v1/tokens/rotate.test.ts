import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { flushTokenUse } from '@/lib/tokens/usage';
import { POST as rotate } from './[id]/rotate/route';
import { DELETE, GET as getToken, PATCH } from './[id]/route';
import { GET, POST } from './route';
import { POST as rotateSelf } from './self/rotate/route';

useTestDatabase();

const HOUR_MS = 3_600_000;
let owner: string;
beforeAll(async () => {
  owner = await makeToken();
});

const make = async (more: object = {}) =>
  (await call(POST, { token: owner, body: { name: 'desk', scopes: ['tokens:read'], ...more } })).body;
const rotated = (id: string, body?: object) =>
  call(rotate, { token: owner, method: 'POST', params: { id }, body });
const read = (token: string) => call(GET, { token });
const detail = async (id: string) => (await call(getToken, { token: owner, params: { id } })).body;

describeAccess('POST rotate', rotate, {
  scope: 'tokens:write',
  role: 'technician',
  request: { method: 'POST', params: { id: newId() } },
});

describe('rotate', () => {
  it('leaves the old secret valid for a day, which its answers say', async () => {
    const made = await make();
    const { status, body } = await rotated(made.id);
    expect(status).toBe(200);
    expect(body).toEqual({ id: made.id, token: expect.any(String), previousValidUntil: expect.any(String) });
    expect(body.token.slice(0, 17)).toBe(made.token.slice(0, 17));
    expect(Date.parse(body.previousValidUntil) - Date.now()).toBeGreaterThan(23.9 * HOUR_MS);
    const [old, fresh] = [await read(made.token), await read(body.token)];
    expect([old.status, fresh.status]).toEqual([200, 200]);
    expect(Date.parse(old.headers.get('sunset')!)).toBe(
      Math.floor(Date.parse(body.previousValidUntil) / 1000) * 1000,
    );
    expect(old.headers.get('warning')).toContain(body.previousValidUntil);
    expect([fresh.headers.get('sunset'), fresh.headers.get('warning')]).toEqual([null, null]);
  });

  it('keeps what the token may do, and no secret in clear', async () => {
    const made = await make({ note: 'The desk', fromDomains: ['clinic.example'] });
    const { body } = await rotated(made.id);
    const { masked, ...rest } = await detail(made.id);
    expect(masked.endsWith(body.token.slice(-4))).toBe(true);
    expect(rest).toMatchObject({ note: 'The desk', fromDomains: ['clinic.example'], scopes: made.scopes });
    const stored = JSON.stringify([
      await sql()`select * from token_secrets`,
      await sql()`select * from audit_log`,
    ]);
    for (const token of [made.token, body.token]) expect(stored).not.toContain(token.slice(17, -4));
  });

  it('with no grace ends the old one at once, and says so', async () => {
    const made = await make();
    expect((await rotated(made.id, { graceHours: 0 })).status).toBe(200);
    expectProblem(await read(made.token), 401, 'token_superseded');
  });

  it('twice leaves each its own time', async () => {
    const made = await make();
    const second = (await rotated(made.id, { graceHours: 1 })).body;
    const third = (await rotated(made.id, { graceHours: 48 })).body;
    for (const token of [made.token, second.token, third.token]) expect((await read(token)).status).toBe(200);
    const { secrets, previousValidUntil } = await detail(made.id);
    expect(secrets).toHaveLength(3);
    expect(previousValidUntil).toBe(third.previousValidUntil);
  });

  it('gives no secret more time than its token has', async () => {
    const made = await make({ expiresAt: new Date(Date.now() + HOUR_MS).toISOString() });
    expect((await rotated(made.id, { graceHours: 72 })).body.previousValidUntil).toBe(made.expiresAt);
  });

  it('many at once leave one in use', async () => {
    const made = await make();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => rotated(made.id)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { secrets } = await detail(made.id);
    expect(
      secrets.filter((secret: { validUntil: string | null }) => secret.validUntil === null),
    ).toHaveLength(1);
  });

  it.each([[{ graceHours: -1 }], [{ graceHours: 721 }], [{ graceHours: '1' }]])('400: %j', async (body) => {
    const made = await make();
    expectProblem(await rotated(made.id, body), 400, 'validation_failed', 'graceHours');
  });

  it('409 for one that is revoked or has expired: nothing changes', async () => {
    const made = await make();
    await call(DELETE, { token: owner, method: 'DELETE', params: { id: made.id } });
    expectProblem(await rotated(made.id), 409, 'conflict');
    const old = await make();
    await sql()`update tokens set expires_at = now() - interval '1 minute' where id = ${old.id}`;
    expectProblem(await rotated(old.id), 409, 'conflict');
    expect((await detail(old.id)).secrets).toHaveLength(1);
  });

  it.each([newId(), 'x'])('404: %s', async (id) => expectProblem(await rotated(id), 404, 'not_found'));
});

describe('rotate itself', () => {
  it('may any token, whatever its scopes', async () => {
    const made = await make({ scopes: ['messages:send'] });
    const { status, body } = await call(rotateSelf, {
      token: made.token,
      method: 'POST',
      body: { graceHours: 2 },
    });
    expect([status, body.id]).toEqual([200, made.id]);
    const again = await call(rotateSelf, { token: body.token, method: 'POST' });
    expect(again.status).toBe(200);
  });

  it('needs no body, also where the server hands on an empty one that nobody announced', async () => {
    const { token } = await make({ scopes: ['messages:send'] });
    const request = new Request('http://relevo.example/api/v1/tokens/self/rotate', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new Blob([]).stream(),
      duplex: 'half',
    } as RequestInit);
    const answer = await rotateSelf(request, { params: Promise.resolve({}) });
    expect(answer.status).toBe(200);
  });
});

describe('the grace time', () => {
  it('can be ended at once, or prolonged', async () => {
    const made = await make();
    await rotated(made.id, { graceHours: 1 });
    const patch = (previousValidUntil: string) =>
      call(PATCH, { token: owner, method: 'PATCH', params: { id: made.id }, body: { previousValidUntil } });
    const later = new Date(Date.now() + 50 * HOUR_MS).toISOString();
    expect((await patch(later)).body.previousValidUntil).toBe(later);
    expect((await read(made.token)).status).toBe(200);
    const never = Date.parse((await patch('9000-01-01T00:00:00Z')).body.previousValidUntil);
    expect(never - Date.now()).toBeLessThanOrEqual(720 * HOUR_MS);
    expect((await patch(new Date().toISOString())).body.previousValidUntil).toBeNull();
    expectProblem(await read(made.token), 401, 'token_superseded');
    // What is over stays over.
    await patch(later);
    expectProblem(await read(made.token), 401, 'token_superseded');
  });
});

describe('who uses it', () => {
  it('is known per secret, with address and program, and counted by route and answer', async () => {
    const made = await make();
    const { body } = await rotated(made.id);
    const headers = { 'user-agent': 'billing/1.2', [CLIENT_ADDRESS_HEADER]: '198.51.100.7' };
    await call(GET, { token: made.token, headers });
    await call(GET, { token: body.token, headers: { ...headers, 'user-agent': 'billing/1.3' } });
    await call(getToken, { token: body.token, params: { id: newId() } });
    await flushTokenUse();
    const { secrets, days, routes, lastUsedAt } = await detail(made.id);
    expect(secrets.map((secret: { lastUsedWith: string }) => secret.lastUsedWith)).toContain('billing/1.2');
    expect(Date.now() - Date.parse(lastUsedAt)).toBeLessThan(60_000);
    expect(days).toEqual([{ day: new Date().toISOString().slice(0, 10), requests: 3, refused: 1 }]);
    expect(routes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ status: 200, requests: 2 }),
        expect.objectContaining({ status: 404, requests: 1 }),
      ]),
    );
  });
});
