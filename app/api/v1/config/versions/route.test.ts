import { beforeAll, describe, expect, it } from 'vitest';
import { keepVersion } from '@/lib/configuration/versions/keep';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { TokenInput } from '@/lib/tokens/schema';
import { GET as GET_DOCUMENT } from './[number]/document/route';
import { POST } from './[number]/restore/route';
import { GET as GET_ONE } from './[number]/route';
import { GET } from './route';

useTestDatabase();

const first = { params: { number: '1' } };
let token: string;
beforeAll(async () => {
  token = await makeToken();
  await keepVersion();
});

const dryRun = { ...first, method: 'POST' as const, body: { dryRun: true } };
describeAccess('GET', GET, { scope: 'config:read', role: 'technician' });
describeAccess('GET one', GET_ONE, { scope: 'config:read', role: 'technician', request: first });
describeAccess('GET document', GET_DOCUMENT, { scope: 'config:read', role: 'technician', request: first });
describeAccess('POST restore', POST, { scope: 'config:write', role: 'administrator', request: dryRun });

describe('versions', () => {
  it('are listed, told, and gone back to', async () => {
    const before = await keepVersion();
    const { name } = await makeProvider();
    const { body } = await call(GET, { token, query: { limit: '1' } });
    const [newest] = (body as { data: { number: number }[] }).data;
    expect(newest).toMatchObject({ added: 1, things: [{ section: 'providers', name }] });
    const params = { number: `${newest!.number}` };
    expect((await call(GET_ONE, { token, params })).body).toMatchObject({
      newest: true,
      against: before,
      steps: [{ action: 'add', name }],
    });
    const old = { number: `${before}` };
    expect((await call(GET_DOCUMENT, { token, params: old })).body).not.toHaveProperty(['providers', name]);
    const restored = await call(POST, { token, params: old, method: 'POST' });
    expect(restored).toMatchObject({ status: 200, body: { dryRun: false, removed: 1 } });
  });

  it.each(['0', '01', 'x', '1.5', '99999', '9'.repeat(400)])('404 for version %s', async (number) => {
    for (const route of [GET_ONE, GET_DOCUMENT])
      expectProblem(await call(route, { token, params: { number } }), 404, 'not_found');
    expectProblem(await call(POST, { token, params: { number }, method: 'POST' }), 404, 'not_found');
  });

  it('400 for what is no question', async () => {
    expectProblem(await call(GET, { token, query: { limit: '0' } }), 400, 'validation_failed');
    expectProblem(
      await call(GET_ONE, { token, ...first, query: { against: 'x' } }),
      400,
      'validation_failed',
    );
  });

  it('403 for who is for one company alone', async () => {
    const { id } = await makeCompany();
    const input = { name: 'of one', scopes: ['config:read', 'config:write'], company: id };
    const { token: own } = await createToken(testContext, TokenInput.parse(input));
    for (const route of [GET, GET_ONE, GET_DOCUMENT])
      expectProblem(await call(route, { token: own, ...first }), 403, 'forbidden');
    expectProblem(await call(POST, { token: own, ...dryRun }), 403, 'forbidden');
  });
});
