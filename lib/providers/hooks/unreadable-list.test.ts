import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { HOOK_PLAYS } from '@/lib/testing/hook-plays';
import { registerHook } from './register-hook';

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

it.each(['sendgrid', 'postmark', 'resend', 'brevo'] as const)(
  'at %s no second webhook is made where the list of those that are there cannot be read',
  async (kind) => {
    const { settings, secrets } = HOOK_PLAYS[kind];
    const { url, calls } = await startApiServer(() => ({ status: 200, body: { message: 'all is well' } }));
    const { id } = await makeProvider({ kind, settings: settings(url), secrets, active: false });
    expect(await registerHook(testContext, { id })).toMatchObject({
      state: 'failed',
      problem: 'unreachable',
    });
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
);
