import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { startKeyService } from '@/lib/testing/key-services';
import { GET } from '../route';
import { POST } from './route';

useTestDatabase();
allowLoopbackTargets();

describeAccess('POST', POST, {
  scope: 'providers:write',
  role: 'technician',
  request: { method: 'POST', params: { id: newId() } },
});

describe('POST', () => {
  it('answers what came of it, and the list of keys tells it as well', async () => {
    const service = await startKeyService('mailgun');
    const { id } = await makeProvider({
      kind: 'mailgun',
      settings: service.settings(service.url),
      secrets: service.secrets(service.keys[0]!),
    });
    const token = await makeToken();
    const { status, body } = await call(POST, { token, method: 'POST', params: { id } });
    expect([status, body.state, body.step]).toEqual([200, 'done', 'done']);
    const { body: keys } = await call(GET, { token, params: { id } });
    expect(keys.rotation).toEqual(body);
    expect(keys.api).toMatchObject({ makesKeys: true, source: { url: expect.stringMatching(/^https:/) } });
    expect(JSON.stringify([body, keys])).not.toContain(service.keys[1]!.secret);
  });

  it('409 where the API of the service makes no keys', async () => {
    const { id } = await makeProvider({ kind: 'postmark', secrets: { apiKey: '0123456789-0123' } });
    const answer = await call(POST, { token: await makeToken(), method: 'POST', params: { id } });
    expectProblem(answer, 409, 'conflict');
    expect(answer.body.reason.code).toBe('keys_by_hand');
  });

  it('404 for one that is not there', async () => {
    const params = { id: newId() };
    expectProblem(await call(POST, { token: await makeToken(), method: 'POST', params }), 404, 'not_found');
  });
});
