import { beforeAll, describe, expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET as find } from '../../route';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider();
  await makeMessage({ to: 'ana@example.com', subject: 'Receipt 13' });
});

const params = { address: 'ana@example.com' };

describeAccess('recipients/[address]/story', GET, {
  scope: 'messages:read',
  role: 'viewer',
  request: { params },
});
describeAccess('recipients', find, {
  scope: 'messages:read',
  role: 'viewer',
  request: { query: { q: 'ana' } },
});

describe('GET /recipients/{address}/story', () => {
  it('tells what matters and what happened', async () => {
    const { status, body } = await call(GET, { token, params });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      address: 'ana@example.com',
      sentence: '1 message is on the way.',
      headline: { code: 'on_its_way', actor: 'nobody' },
      data: [{ type: 'queued', subject: 'Receipt 13' }],
      nextCursor: null,
    });
  });

  it.each([
    [{ address: 'x'.repeat(10_000) }, {}],
    [{ address: ' ' }, {}],
    [{ address: 'a\0b@example.com' }, {}],
    [params, { limit: '101' }],
    [params, { cursor: 'no id' }],
    [params, { other: '1' }],
  ])('400 for %j %j', async (wrong, query) => {
    expectProblem(await call(GET, { token, params: wrong, query }), 400, 'validation_failed');
  });
});

describe('GET /recipients', () => {
  it('finds who is meant', async () => {
    const { body } = await call(find, { token, query: { q: 'ana@' } });
    expect(body).toMatchObject({
      data: [{ address: 'ana@example.com', message: { subject: 'Receipt 13' } }],
    });
  });

  it.each<Record<string, string>>([{}, { q: '  ' }, { q: 'x'.repeat(10_000) }, { q: 'a\0b' }])(
    '400 for %j',
    async (query) => {
      expectProblem(await call(find, { token, query }), 400, 'validation_failed');
    },
  );
});
