import { expect, it } from 'vitest';
import { sql } from '@/lib/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { getProvider } from './get';

useTestDatabase();

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
    successRate: null,
    breaker: 'closed',
    openUntil: null,
    consecutiveFailures: 0,
    weightPercent: 100,
    check: null,
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
