import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMailServers } from '@/lib/addresses/mail-servers';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpDns } from '@/lib/testing/dns-server';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();
beforeEach(forgetMailServers);

describeAccess('addresses check', POST, {
  scope: 'addresses:read',
  role: 'viewer',
  request: { body: { addresses: ['ana'] } },
});

describe('POST /addresses/check', () => {
  it('answers for each, in order', async () => {
    await setUpDns({}, { mx: { 'gmail.com': [[5, 'mx.example.org']] } });
    const addresses = ['ana@gmail.com', 'luis@gmial.com', 'eva'];
    const { status, body } = await call(POST, { token: await makeToken(), body: { addresses } });
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [
        { address: 'ana@gmail.com', verdict: 'fine', reasons: [], suggestion: null },
        {
          address: 'luis@gmial.com',
          verdict: 'wrong',
          reasons: ['no_domain', 'typo'],
          suggestion: 'luis@gmail.com',
        },
        { address: 'eva', verdict: 'wrong', reasons: ['syntax'], suggestion: null },
      ],
    });
  });

  it.each([
    ['none', []],
    ['more than a thousand', Array.from({ length: 1001 }, () => 'ana@example.com')],
    ['what is no text', [7]],
  ])('refuses %s', async (_, addresses) => {
    const answer = await call(POST, { token: await makeToken(), body: { addresses } });
    expectProblem(answer, 400, 'validation_failed');
  });
});
