import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { getProvider } from '@/lib/providers/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';

useTestDatabase();

const NO_PACE = {
  perSecond: null,
  configuredPerSecond: null,
  pausedUntil: null,
  connections: null,
  since: null,
  reply: null,
};

async function work(providerId: string, sent: number, faulty: number, minutesAgo = 0) {
  await sql()`
    insert into delivery_minutes (minute, provider_id, category, slot, attempts_sent, attempts_failed, attempts_faulty, last_used_at)
    values (date_trunc('minute', now()) - make_interval(mins => ${minutesAgo}), ${providerId}, 'transactional',
      0, ${sent}, ${faulty}, ${faulty}, now())`;
}
const healthOf = async (id: string) => (await getProvider(testContext, id)).health;

it('a new provider is trusted', async () => {
  const { id } = await makeProvider();
  expect(await healthOf(id)).toEqual({
    state: 'healthy',
    problem: null,
    successRate: null,
    breaker: 'closed',
    openUntil: null,
    consecutiveFailures: 0,
    weightPercent: 100,
    check: null,
    pace: NO_PACE,
  });
});

it.each([
  ['healthy', 80, 20, 0.8],
  ['degraded', 79, 21, 0.79],
  ['unhealthy', 49, 51, 0.49],
  ['healthy', 1, 18, null],
])('%s with %i sent and %i failed', async (state, sent, faulty, successRate) => {
  const { id } = await makeProvider();
  await work(id, sent, faulty);
  expect(await healthOf(id)).toMatchObject({ state, successRate });
});

it('forgets what is older than the window, and what was before the breaker closed', async () => {
  const { id } = await makeProvider();
  await work(id, 0, 50, 16);
  expect(await healthOf(id)).toMatchObject({ successRate: null });
  await work(id, 0, 50, 5);
  expect(await healthOf(id)).toMatchObject({ state: 'unhealthy' });
  await sql()`insert into provider_changes (id, provider_id, at, type, actor)
    values (gen_random_uuid(), ${id}, now() - interval '2 minutes', 'breaker_closed', 'system')`;
  expect(await healthOf(id)).toMatchObject({ state: 'healthy', successRate: null });
});

it('shows the pace that refusals taught, and the words of the last one', async () => {
  const { id } = await makeProvider({ limits: { second: 5 }, overrides: { pace: { connections: 4 } } });
  expect((await healthOf(id)).pace).toEqual({ ...NO_PACE, perSecond: 5, configuredPerSecond: 5 });
  // At its ceiling already: it grows by a hundredth a second from here.
  await sql()`
    insert into provider_pace (provider_id, rate, ceiling, connections, changed_at, paused_until, reply)
    values (${id}, 2, 2, 1, now(), now() + interval '1 hour', 'too many emails per second')`;
  const { pace } = await healthOf(id);
  expect(pace).toMatchObject({ configuredPerSecond: 5, connections: 1, reply: 'too many emails per second' });
  expect(pace.perSecond).toBeGreaterThanOrEqual(2);
  expect(pace.perSecond).toBeLessThan(5);
  expect(Date.parse(pace.pausedUntil!)).toBeGreaterThan(Date.parse(pace.since!));
});

it('says nothing more of a refusal of which nothing is left', async () => {
  const { id } = await makeProvider({ limits: { second: 5 } });
  await sql()`
    insert into provider_pace (provider_id, rate, ceiling, connections, changed_at, paused_until, reply)
    values (${id}, 2, 2, 1, now() - interval '1 day', now() - interval '1 day', 'too many emails per second')`;
  expect((await healthOf(id)).pace).toEqual({ ...NO_PACE, perSecond: 5, configuredPerSecond: 5 });
});
