import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetWarmUps } from '@/lib/capacity/warm-ups';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { getMessage } from '@/lib/messages/get';
import { getStatistics } from '@/lib/statistics/get';
import { getStatus } from '@/lib/status/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { forgetProviders } from './cache';
import { getProvider } from './get';
import { checkHealth } from './health/check-provider';
import { testProvider } from './health/connection-test';
import { checkProvider } from './health/health-check';
import type { ProviderProblem } from './health/health-schema';
import { loadProvider } from './load';
import { updateProvider } from './update';

useTestDatabase();

beforeEach(async () => {
  await sql()`delete from messages`;
  await sql()`delete from providers`;
  forgetProviders();
});

const SECRET = 'canary-secret-0123456789';
const settings = { host: 'smtp.example.com', username: 'clinic' };
const makeSmtp = () => makeProvider({ kind: 'smtp', settings, secrets: { password: SECRET }, priority: 90 });

/** As another version of Relevo, or another system's master key, would have left it. */
const SPOILT: [string, ProviderProblem, (id: string) => Promise<unknown>][] = [
  [
    'a setting that is no more',
    { reason: 'settings', detail: 'obsolete' },
    (id) => sql()`update providers set settings = settings || '{"obsolete":true}' where id = ${id}`,
  ],
  [
    'settings of another shape',
    { reason: 'settings', detail: 'port, pool.maxConnections' },
    (id) => sql()`
      update providers set settings = settings || ${sql().json({ port: SECRET, pool: { maxConnections: 'four' } })} where id = ${id}`,
  ],
  [
    'values of its own that are no more',
    { reason: 'settings', detail: 'overrides.breaker.patience' },
    (id) => sql()`update providers set overrides = '{"breaker":{"patience":3}}' where id = ${id}`,
  ],
  [
    'no settings at all',
    { reason: 'settings', detail: 'settings' },
    (id) => sql()`update providers set settings = 'null' where id = ${id}`,
  ],
  [
    'a limit that is none here',
    { reason: 'settings', detail: 'limits.second, limits.fortnight' },
    (id) => sql()`update providers set limits = '{"second":0,"fortnight":3}' where id = ${id}`,
  ],
  [
    'limits of another shape',
    { reason: 'settings', detail: 'limits' },
    (id) => sql()`update providers set limits = 'null' where id = ${id}`,
  ],
  [
    'a budget of another shape',
    { reason: 'settings', detail: 'budget.monthlyMicros, budget.hard, budget.monthly' },
    (id) => sql()`update providers set budget = '{"monthly":"10"}', cost_micros = 5 where id = ${id}`,
  ],
  [
    'rules by domain of another shape',
    { reason: 'settings', detail: 'recipientDomains.prefer.0, recipientDomains.only' },
    (id) => sql()`
      update providers set recipient_domains = '{"prefer":[{"domain":"example.com"}],"only":"example.com"}' where id = ${id}`,
  ],
  [
    'a time zone that there is not',
    { reason: 'settings', detail: 'timeZone' },
    (id) => sql()`
      with warm as (insert into warm_ups (id, provider_id, plan, allowance, today, state) values (${newId()}, ${id}, 'slow', 50, now(), 'running'))
      update providers set time_zone = 'Mars/Base', limits = '{"day":5}' where id = ${id}`,
  ],
  [
    'a key of another system',
    { reason: 'secret', detail: 'password' },
    (id) => sql()`
      update provider_keys set secrets = jsonb_set(secrets, '{password,sealed}', '"enc:v1:elsewhere:AAAA:AAAA"')
      where provider_id = ${id}`,
  ],
  [
    'an unknown kind',
    { reason: 'kind', detail: 'pigeon' },
    (id) => sql()`update providers set kind = 'pigeon' where id = ${id}`,
  ],
];

describe.each(SPOILT)('a provider with %s', (_, problem, spoil) => {
  async function makeSpoilt() {
    const { id } = await makeSmtp();
    await spoil(id);
    forgetProviders();
    forgetWarmUps();
    return id;
  }

  it('keeps nobody from accepting and delivering by others, and is passed over with the reason', async () => {
    const good = await makeProvider();
    const before = await makeMessage({ providers: [good.name] });
    const bad = await makeSpoilt();
    const { name } = (await loadProvider(bad))!.row;
    const { id } = await makeMessage();
    await deliverMessages(newId(), [before.id, id]);
    expect(await getMessage(testContext, before.id)).toMatchObject({ status: 'sent' });
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'sent', provider: good.name });
    expect(message.attempts[0]!.candidates).toContainEqual({
      provider: name,
      rank: null,
      reason: 'misconfigured',
    });
  });

  it('is shown as such, with the field and never a secret', async () => {
    await makeProvider();
    const id = await makeSpoilt();
    const provider = await getProvider(testContext, id);
    expect(provider.health).toMatchObject({ state: 'misconfigured', problem });
    expect(await getStatus(testContext)).toMatchObject({ reasons: ['no_worker', 'misconfigured'] });
    const { attention } = await getStatistics(testContext);
    expect(attention).toContainEqual({
      type: 'misconfigured',
      provider: { id, name: provider.name },
      problem,
    });
    expect(JSON.stringify(problem)).not.toContain(SECRET);
  });

  it('fails its tests for that cause, and its breaker is left alone', async () => {
    const id = await makeSpoilt();
    const tested = await testProvider(testContext, { id });
    expect(tested).toMatchObject({ ok: false, cause: 'misconfigured' });
    expect(tested.steps).toMatchObject([
      { name: 'settings', ok: false, detail: `${problem.reason}: ${problem.detail}` },
    ]);
    expect(await checkProvider(testContext, { id })).toMatchObject({ ok: false, cause: 'misconfigured' });
    expect(await checkHealth(id)).toBeNull();
    expect((await getProvider(testContext, id)).health.consecutiveFailures).toBe(0);
  });

  it('is told to the log once for each state', async () => {
    const error = vi.spyOn(log, 'error').mockReturnValue(undefined);
    const id = await makeSpoilt();
    await loadProvider(id);
    await loadProvider(id);
    expect(error).toHaveBeenCalledTimes(1);
    await sql()`update providers set version = version + 1 where id = ${id}`;
    await loadProvider(id);
    expect(error).toHaveBeenCalledTimes(2);
    error.mockRestore();
  });
});

it('is in use again once a person has saved what was wrong', async () => {
  const { id } = await makeSmtp();
  for (const [, , spoil] of SPOILT.slice(0, -1)) await spoil(id);
  forgetProviders();
  expect((await getProvider(testContext, id)).health.state).toBe('misconfigured');
  // Its port cannot be read any more: nobody knows whether the password would go elsewhere.
  const nothing = { limits: {}, budget: null, recipientDomains: null, timeZone: null };
  const mended = { id, settings, overrides: {}, ...nothing };
  await expect(updateProvider(testContext, mended)).rejects.toThrow('secrets.password: must be given again');
  await updateProvider(testContext, { ...mended, secrets: { password: SECRET } });
  expect((await getProvider(testContext, id)).health).toMatchObject({ state: 'healthy', problem: null });
  expect((await loadProvider(id))!.config.secrets).toEqual({ password: SECRET });
});

it('of an unknown kind can be paused, but not be given settings', async () => {
  const { id } = await makeSmtp();
  await sql()`update providers set kind = 'pigeon' where id = ${id}`;
  expect(await updateProvider(testContext, { id, active: false })).toMatchObject({ active: false });
  await expect(updateProvider(testContext, { id, settings })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

it('alone leaves no way out, and says so', async () => {
  const { id } = await makeSmtp();
  await sql()`update providers set kind = 'pigeon' where id = ${id}`;
  forgetProviders();
  const { flow, reasons } = await getStatus(testContext);
  expect([flow, reasons]).toEqual(['stopped', ['no_worker', 'no_provider', 'misconfigured']]);
});
