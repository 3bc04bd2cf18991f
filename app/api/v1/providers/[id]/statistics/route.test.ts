import { beforeAll, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

describeAccess('GET', GET, {
  scope: 'providers:read',
  role: 'viewer',
  request: { params: { id: newId() } },
});

it('tells what a provider has done, by id or name', async () => {
  const { id, name } = await makeProvider({ costPerMessage: '0.0008' });
  const message = await makeMessage({ providers: [name] });
  await deliverMessages(newId(), [message.id]);
  for (const either of [id, name])
    expect((await call(GET, { token, params: { id: either } })).body).toEqual({
      sent: 1,
      captured: 0,
      failed: 0,
      successRate: 1,
      sentToday: 1,
      sentThisMonth: 1,
      capturedToday: 0,
      capturedThisMonth: 0,
      consecutiveFailures: 0,
      costThisMonth: '0.0008',
      costTotal: '0.0008',
      lastUsedAt: expect.any(String),
      lastCheckAt: null,
      averageMs: expect.any(Number),
    });
});

it('404', async () => {
  expectProblem(await call(GET, { token, params: { id: newId() } }), 404, 'not_found');
});
