import { beforeAll, describe, expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { GET } from '../export/route';
import { POST } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider();
});

const params = { address: 'ana@example.com' };
const request = { params, method: 'POST' } as const;

describeAccess('recipients/[address]/erase', POST, {
  scope: 'security:write',
  role: 'administrator',
  request,
});
describeAccess('recipients/[address]/export', GET, {
  scope: 'messages:read',
  role: 'viewer',
  request: { params },
});

describe('POST /recipients/{address}/erase', () => {
  it('deletes, and says what', async () => {
    await makeMessage({ to: params.address });
    const { status, body } = await call(POST, { ...request, token });
    expect(status).toBe(200);
    expect(body).toEqual({ messages: 1, canceled: 1, suppressions: 0 });
  });

  it('409 while a message waits for others, too', async () => {
    const address = 'both@example.com';
    await makeMessage({ to: [address, 'luis@example.com'] });
    const answer = await call(POST, { ...request, params: { address }, token });
    expectProblem(answer, 409, 'conflict');
    expect(answer.body).toMatchObject({ reason: { code: 'erase_others' } });
  });

  it('403 with a token of one company', async () => {
    const company = await makeCompany();
    const own = await createToken(testContext, {
      name: 'own',
      scopes: ['security:write'],
      company: company.key,
    });
    expectProblem(await call(POST, { ...request, token: own.token }), 403, 'forbidden');
  });

  it.each(['x'.repeat(10_000), ' ', 'a\0b@example.com'])('400 for %j', async (address) => {
    for (const [handler, method] of [
      [POST, 'POST'],
      [GET, 'GET'],
    ] as const)
      expectProblem(await call(handler, { params: { address }, method, token }), 400, 'validation_failed');
  });
});

describe('GET /recipients/{address}/export', () => {
  it('is a file that no browser shows', async () => {
    const { status, headers, body } = await call(GET, { params: { address: 'eva@example.com' }, token });
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="recipient-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(body).toMatchObject({ address: 'eva@example.com', messages: [] });
  });
});
