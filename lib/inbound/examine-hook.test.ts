import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { keepInbound } from '@/lib/events/keep-inbound';
import { noteRefusal } from '@/lib/events/note-refusal';
import { newId } from '@/lib/ids';
import { registerHook } from '@/lib/providers/hooks/register-hook';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { HOOK_PLAYS, type HookKind } from '@/lib/testing/hook-plays';
import { startHookService } from '@/lib/testing/hook-services';
import type { Finding } from './examination-schema';
import { examineHook } from './examine-hook';

useTestDatabase();
allowLoopbackTargets();

const liveAt = (url: string) => {
  vi.stubEnv('PUBLIC_URL', url);
  forgetEnv();
};
beforeEach(() => liveAt('https://relevo.example.com'));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

async function make(kind: HookKind) {
  const service = await startHookService(kind);
  const { settings, secrets } = HOOK_PLAYS[kind];
  const { id } = await makeProvider({ kind, settings: settings(service.url), secrets, active: false });
  return { service, id };
}

const examine = (id: string) => examineHook(testContext, { id });
const told = (findings: Finding[], state: Finding['state']) =>
  findings.filter((one) => one.state === state).map(({ code, who, act }) => [code, who, act]);
const receive = (id: string) =>
  keepInbound(id, { headers: {}, body: Buffer.from('{}'), receivedAt: new Date() });

it.each(Object.keys(HOOK_PLAYS) as HookKind[])(
  'finds that nothing at %s posts here, and after one press nothing to do',
  async (kind) => {
    const { service, id } = await make(kind);
    const before = await examine(id);
    expect(before.ok).toBe(false);
    expect(told(before.findings, 'wrong')).toEqual([
      ['proof', 'technician', 'register'],
      ['registered', 'technician', 'register'],
    ]);
    // It asks, and changes nothing.
    expect(service.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    await registerHook(testContext, { id });
    const after = await examine(id);
    expect([after.ok, told(after.findings, 'wrong')]).toEqual([true, []]);
    expect(told(after.findings, 'unknown').map(([code]) => code)).toEqual(['reached', 'arriving']);
    await receive(id);
    expect(told((await examine(id)).findings, 'unknown')).toEqual([]);
  },
);

it('finds what is missing there, what is switched off, and a secret that is another', async () => {
  const { service, id } = await make('sendgrid');
  await registerHook(testContext, { id });
  Object.assign(service.held[0]!, { enabled: false, bounce: false, public_key: 'another' });
  const { findings } = await examine(id);
  expect(told(findings, 'wrong').map(([code]) => code)).toEqual(['active', 'events', 'proven']);
  expect(findings.find(({ code }) => code === 'events')?.detail).toBe('bounce');
});

it('finds an address that nobody outside can reach, which is for whoever runs the server', async () => {
  const { id } = await make('brevo');
  liveAt('http://10.0.0.1:3000');
  expect(told((await examine(id)).findings, 'wrong')[0]).toEqual(['address', 'operator', null]);
});

it('says what was turned away until one is taken again, and what could not be read', async () => {
  const { id } = await make('postmark');
  await registerHook(testContext, { id });
  await noteRefusal(id, 'its token is not the one that is set here');
  const refused = (await examine(id)).findings.find(({ code }) => code === 'refused');
  expect(refused).toMatchObject({
    state: 'wrong',
    act: 'register',
    detail: expect.stringContaining('token'),
  });
  await sql()`update inbound_refusals set at = now() - interval '1 minute'`;
  await receive(id);
  await sql()`update inbound_events set error = 'no JSON' where provider_id = ${id}`;
  const { findings, ok } = await examine(id);
  expect([ok, told(findings, 'unknown').map(([code]) => code)]).toEqual([true, ['unread']]);
});

it('does not say what it cannot know: the service does not answer, or refuses the key', async () => {
  const { service, id } = await make('resend');
  service.fault = () => ({
    status: 401,
    body: { name: 'restricted_api_key', message: `of ${HOOK_PLAYS.resend.secrets.apiKey}` },
  });
  const one = (await examine(id)).findings.find(({ code }) => code === 'registered')!;
  expect(one).toMatchObject({ state: 'unknown', detail: expect.stringContaining('permission: 401') });
  expect(one.detail).not.toContain(HOOK_PLAYS.resend.secrets.apiKey);
});

it.each([
  ['two hours after the last message, and none before', '2 hours', null, 'wrong'],
  ['minutes after the first message', '5 minutes', null, 'unknown'],
  ['while messages go out, eight hours after the last report', '1 minute', '8 hours', 'wrong'],
  ['while messages go out, an hour after the last report', '1 minute', '1 hour', 'good'],
  ['long after the last message, of which it told', '2 days', '47 hours', 'good'],
])('hears that reports have stopped: %s', async (_, used, came, state) => {
  const { id } = await make('postmark');
  await registerHook(testContext, { id });
  await sql()`
    insert into delivery_minutes (minute, slot, provider_id, category, attempts_sent, last_used_at)
    select date_trunc('minute', now()), 0, ${id}::uuid, 'transactional', 3, now() - ${used}::interval`;
  if (came) {
    await receive(id);
    await sql()`update inbound_events set received_at = now() - ${came}::interval where provider_id = ${id}`;
  }
  expect((await examine(id)).findings.at(-1)).toMatchObject({ code: 'arriving', state });
});

it('has nothing to look for where a kind tells nothing, and nobody where there is none', async () => {
  const { id } = await makeProvider({ kind: 'smtp', settings: { host: 'smtp.example.com' } });
  expect(await examine(id)).toEqual({ url: null, ok: true, findings: [] });
  await expect(examine(newId())).rejects.toMatchObject({ code: 'not_found' });
});
