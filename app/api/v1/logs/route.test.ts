import { describe, expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { PUT } from './level/route';
import { GET } from './route';

useTestDatabase();

describeAccess('the log', GET, { scope: 'audit:read', role: 'technician' });
describeAccess('the level of the log', PUT, {
  scope: 'settings:write',
  role: 'technician',
  request: { method: 'PUT', body: { level: 'debug', minutes: 5 } },
});

describe('the log', () => {
  it('says what is at hand, and that nothing is changed', async () => {
    const { status, body } = await call(GET, { token: await makeToken(), query: { level: 'error' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: [], changed: null, processes: [] });
  });

  it.each([
    ['level', { level: 'fatal' }],
    ['process', { process: 'postgres' }],
    ['minutes', { minutes: '0' }],
    ['limit', { limit: '501' }],
  ])('refuses a wrong %s', async (path, query) => {
    expectProblem(await call(GET, { token: await makeToken(), query }), 400, 'validation_failed', path);
  });

  it.each([
    ['level', { level: 'silent' }],
    ['minutes', { level: 'debug', minutes: 241 }],
  ])('refuses to log at a wrong %s', async (path, body) => {
    const answer = await call(PUT, { method: 'PUT', token: await makeToken(), body });
    expectProblem(answer, 400, 'validation_failed', path);
  });
});
