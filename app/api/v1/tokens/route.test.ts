import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { DELETE } from './[id]/route';
import { GET, POST } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const input = { name: 'Cash desk', scopes: ['messages:send'] };
describeAccess('GET', GET, { scope: 'tokens:read', role: 'viewer' });
describeAccess('POST', POST, { scope: 'tokens:write', role: 'technician', request: { body: input } });
describeAccess('DELETE', DELETE, {
  scope: 'tokens:write',
  role: 'technician',
  request: { method: 'DELETE', params: { id: newId() } },
});

describe('POST', () => {
  it('201 with the token, this once', async () => {
    const { status, body } = await call(POST, { token, body: { ...input, expiresInDays: 90 } });
    expect(status).toBe(201);
    expect(body.token).toMatch(/^rlv_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(89.9 * 86_400_000);
    const list = await call(GET, { token });
    expect(list.body.data[0]).toMatchObject({ id: body.id, name: 'Cash desk', scopes: ['messages:send'] });
    expect(list.text).not.toContain(body.token);
    const stored = JSON.stringify(await sql()`select * from tokens`);
    expect(stored).not.toContain(body.token.slice(17, -4));
    expect(JSON.stringify(await sql()`select * from audit_log`)).not.toContain(body.token.slice(17, -4));
  });

  it.each<[object, string]>([
    [{ ...input, name: '' }, 'name'],
    [{ ...input, name: 'a\nb' }, 'name'],
    [{ ...input, scopes: [] }, 'scopes'],
    [{ ...input, scopes: ['everything'] }, 'scopes.0'],
    [{ ...input, expiresInDays: 0 }, 'expiresInDays'],
    [{ ...input, admin: true }, 'admin'],
    [{ ...input, allowedIps: ['10.0.0.0/33'] }, 'allowedIps.0'],
    [{ ...input, allowedIps: [] }, 'allowedIps'],
    [{ ...input, fromDomains: ['no domain'] }, 'fromDomains.0'],
    [{ ...input, providers: ['nobody'] }, 'providers.0'],
    [{ ...input, limits: { minute: 0 } }, 'limits.minute'],
    [{ ...input, expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [{ ...input, kind: 'other' }, 'kind'],
  ])('400: %j', async (body, path) => {
    expectProblem(await call(POST, { token, body }), 400, 'validation_failed', path);
  });

  it('403: a token cannot make one that may do more', async () => {
    const small = await makeToken(['tokens:write', 'messages:read']);
    expectProblem(await call(POST, { token: small, body: input }), 403, 'forbidden');
    const allowed = { ...input, scopes: ['messages:read'] };
    expect((await call(POST, { token: small, body: allowed })).status).toBe(201);
  });
});

describe('a token made by a token', () => {
  const rights = ['tokens:write', 'tokens:read', 'messages:read'] as const;
  const makeBy = (maker: string, more = {}) =>
    call(POST, { token: maker, body: { name: 'child', scopes: [...rights], ...more } });
  const revoke = (id: string) => call(DELETE, { token, method: 'DELETE', params: { id } });

  it.each([{}, { expiresInDays: 1 }, { expiresInDays: 3650 }])('ends no later than it: %j', async (more) => {
    const maker = (await makeBy(token, { expiresInDays: 1 })).body;
    const { status, body } = await makeBy(maker.token, more);
    expect([status, body.madeBy]).toEqual([201, maker.id]);
    expect(Date.parse(body.expiresAt)).toBeLessThanOrEqual(Date.parse(maker.expiresAt));
  });

  it('may end earlier, or have an end where the other has none', async () => {
    const [tenDays, endless] = [
      (await makeBy(token, { expiresInDays: 10 })).body,
      (await makeBy(token)).body,
    ];
    for (const maker of [tenDays, endless]) {
      const { body } = await makeBy(maker.token, { expiresInDays: 2 });
      expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThan(2 * 86_400_000 + 1000);
    }
    expect((await makeBy(endless.token)).body.expiresAt).toBeNull();
  });

  it('is revoked with it, and so are those that came from it', async () => {
    const maker = (await makeBy(token)).body;
    const child = (await makeBy(maker.token)).body;
    const grandchild = (await makeBy(child.token)).body;
    const stranger = (await makeBy(token)).body;
    for (const one of [maker, child, grandchild])
      expect((await call(GET, { token: one.token })).status).toBe(200);
    expect((await revoke(maker.id)).status).toBe(204);
    for (const one of [maker, child, grandchild])
      expectProblem(await call(GET, { token: one.token }), 401, 'token_revoked');
    expect((await call(GET, { token: stranger.token })).status).toBe(200);
    const [audit] =
      await sql()`select after from audit_log where action = 'token.revoke' and subject_id = ${maker.id}`;
    expect(audit!.after).toMatchObject({ withDescendants: 2 });
  });

  it('is not made while the other is being revoked', async () => {
    for (let round = 0; round < 5; round++) {
      const maker = (await makeBy(token)).body;
      const [made] = await Promise.all([
        Promise.all([1, 2, 3, 4].map(() => makeBy(maker.token))),
        revoke(maker.id),
      ]);
      for (const { status, body } of made)
        if (status === 201) expectProblem(await call(GET, { token: body.token }), 401, 'token_revoked');
        else expect(status).toBe(401);
    }
  });

  it('has the company of the other', async () => {
    const maker = (await makeBy(token)).body;
    const company = newId();
    await sql()`update tokens set company_id = ${company} where id = ${maker.id}`;
    const child = (await makeBy(maker.token)).body;
    const [row] = await sql()`select company_id from tokens where id = ${child.id}`;
    expect(row!.company_id).toBe(company);
  });
});

describe('DELETE', () => {
  it('ends a token at once', async () => {
    const made = (await call(POST, { token, body: { ...input, scopes: ['tokens:read'] } })).body;
    expect((await call(GET, { token: made.token })).status).toBe(200);
    const request = { token, method: 'DELETE', params: { id: made.id } } as const;
    expect((await call(DELETE, request)).status).toBe(204);
    expectProblem(await call(GET, { token: made.token }), 401, 'token_revoked');
    expect((await call(DELETE, request)).status).toBe(204);
  });

  it.each([newId(), 'x'])('404: %s', async (id) => {
    expectProblem(await call(DELETE, { token, method: 'DELETE', params: { id } }), 404, 'not_found');
  });
});

it('a token whose time is over is no token', async () => {
  const made = (await call(POST, { token, body: { ...input, scopes: ['tokens:read'], expiresInDays: 1 } }))
    .body;
  await sql()`update tokens set expires_at = now() - interval '1 second' where id = ${made.id}`;
  expectProblem(await call(GET, { token: made.token }), 401, 'token_expired');
});

it('a token with one letter changed is no token', async () => {
  const letter = token[30] === 'a' ? 'b' : 'a';
  const changed = token.slice(0, 30) + letter + token.slice(31);
  expectProblem(await call(GET, { token: changed }), 401, 'unauthorized');
});
