import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { HOOK_PLAYS } from '@/lib/testing/hook-plays';
import { startHookService } from '@/lib/testing/hook-services';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();
allowLoopbackTargets();

beforeEach(() => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

describeAccess('POST', POST, {
  scope: 'providers:write',
  role: 'technician',
  request: { method: 'POST', params: { id: newId() } },
});

describe('POST', () => {
  it('answers what was done, without a secret', async () => {
    const service = await startHookService('resend');
    const { settings, secrets } = HOOK_PLAYS.resend;
    const { id } = await makeProvider({ kind: 'resend', settings: settings(service.url), secrets });
    const { status, body } = await call(POST, { token: await makeToken(), method: 'POST', params: { id } });
    expect([status, body.state, body.did, body.stored]).toEqual([200, 'done', 'made', ['webhookToken']]);
    expect(JSON.stringify(body)).not.toContain(service.held[0]!.signing_secret);
  });

  it('409 for a kind that cannot be told', async () => {
    const { id } = await makeProvider({ kind: 'sandbox' });
    const answer = await call(POST, { token: await makeToken(), method: 'POST', params: { id } });
    expectProblem(answer, 409, 'conflict');
    expect(answer.body.reason.code).toBe('hook_by_hand');
  });

  it('404 for one that is not there', async () => {
    const params = { id: newId() };
    expectProblem(await call(POST, { token: await makeToken(), method: 'POST', params }), 404, 'not_found');
  });
});
