import { beforeAll, describe, expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { TokenInput } from '@/lib/tokens/schema';
import { GET, PUT } from './route';
import { GET as GET_SCHEMA } from './schema/route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const put = (body: unknown, query = {}) => call(PUT, { token, method: 'PUT', body, query });

const document = {
  relevo: 1,
  providers: {
    Office: {
      kind: 'smtp',
      settings: { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'receipts' },
      secrets: { password: 'canary-password-4' },
    },
  },
};

describeAccess('GET', GET, { scope: 'config:read', role: 'technician' });
describeAccess('GET schema', GET_SCHEMA, { scope: 'config:read', role: 'technician' });
describeAccess('PUT', PUT, {
  scope: 'config:write',
  role: 'administrator',
  request: { method: 'PUT', body: { relevo: 1 } },
});

describe('PUT', () => {
  it('says what it would do, does it, and takes its own answer back', async () => {
    expect(await put(document, { dryRun: 'true' })).toMatchObject({
      status: 200,
      body: { dryRun: true, added: 1 },
    });
    expect((await call(GET, { token })).body).toMatchObject({ providers: {} });
    expect(await put(document)).toMatchObject({ status: 200, body: { dryRun: false, added: 1 } });
    const { body } = await call(GET, { token });
    expect(body).toMatchObject({ providers: { Office: { secrets: { password: { set: true } } } } });
    expect(JSON.stringify(body)).not.toContain('canary');
    expect((await put(body)).body).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it('400 for what cannot be, with its place', async () => {
    const wrong = await put({ relevo: 1, providers: { Other: { kind: 'smpt', settings: {} } } });
    expectProblem(wrong, 400, 'validation_failed');
    expect((wrong.body as { errors: unknown }).errors).toContainEqual(
      expect.objectContaining({ path: 'providers.Other.kind' }),
    );
  });

  it('403 for who is for one company alone, also for reading', async () => {
    const { id } = await makeCompany();
    const input = { name: 'of one', scopes: ['config:read', 'config:write'], company: id };
    const { token: own } = await createToken(testContext, TokenInput.parse(input));
    expectProblem(await call(GET, { token: own }), 403, 'forbidden');
    expectProblem(await call(PUT, { token: own, method: 'PUT', body: { relevo: 1 } }), 403, 'forbidden');
  });
});
