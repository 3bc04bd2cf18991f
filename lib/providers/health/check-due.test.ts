import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { updateProvider } from '@/lib/providers/update';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { checkDueProviders } from './check-due';
import { probeByCheck } from './check-provider';

useTestDatabase();

beforeEach(async () => {
  await sql()`delete from providers`;
  await sql()`delete from graphile_worker._private_jobs`;
  await updateSettings(testContext, {
    delivery: { healthChecks: { enabled: true, everyMinutes: 1 }, breaker: { failures: 2 } },
  });
});

const behave = (id: string, behaviour: 'down' | 'address') =>
  updateProvider(testContext, { id, settings: { behaviour } });
const healthOf = async (id: string) =>
  (await sql()`select * from provider_health where provider_id = ${id}`)[0]!;
const changesOf = (id: string) =>
  sql()`select type, detail->>'cause' as cause, detail->'failures' as failures, actor
    from provider_changes where provider_id = ${id} order by at, id`;
/** What the breaker left to do; other changes of a provider leave jobs as well. */
const jobs = async (id: string) =>
  (
    await sql()<{ job: string }[]>`
      select task_identifier || ' after ' || split_part(key, ' ', 1) as job from graphile_worker.jobs
      where key like ${`%_opened ${id}`} or key like ${`%_closed ${id}`}`
  ).map(({ job }) => job);
/** As if the last check had been long ago. */
const age = () => sql()`update provider_health set checked_at = checked_at - interval '1 hour'`;
const endWait = (id: string) =>
  sql()`update provider_health set open_until = now() - interval '1 second' where provider_id = ${id}`;

describe('which are checked', () => {
  it('active ones whose last check is old enough', async () => {
    const { id } = await makeProvider();
    const paused = await makeProvider({ active: false });
    expect(await checkDueProviders()).toBe(1);
    expect(await healthOf(id)).toMatchObject({ check_ok: true, checked_at: expect.any(Date) });
    expect(await healthOf(paused.id)).toMatchObject({ check_ok: null, checked_at: null });
    expect(await checkDueProviders()).toBe(0);
    await age();
    expect(await checkDueProviders()).toBe(1);
    expect(await sql()`select ok from provider_tests where provider_id = ${id}`).toHaveLength(2);
  });

  it('a share of all in each minute', async () => {
    await updateSettings(testContext, { delivery: { healthChecks: { everyMinutes: 5 } } });
    await Promise.all(Array.from({ length: 6 }, () => makeProvider()));
    expect([await checkDueProviders(), await checkDueProviders(), await checkDueProviders()]).toEqual([
      2, 2, 2,
    ]);
    expect(await checkDueProviders()).toBe(0);
  });

  it('each by one worker only', async () => {
    await Promise.all(Array.from({ length: 5 }, () => makeProvider()));
    const counts = await Promise.all([checkDueProviders(), checkDueProviders(), checkDueProviders()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(5);
    expect(await sql()`select from provider_tests`).toHaveLength(5);
  });

  it('none when checks are switched off', async () => {
    await makeProvider();
    await updateSettings(testContext, { delivery: { healthChecks: { enabled: false } } });
    expect(await checkDueProviders()).toBe(0);
  });

  it('all but one whose credentials cannot be opened', async () => {
    const broken = await makeProvider({
      kind: 'smtp',
      settings: { host: 'smtp.example.com', username: 'clinic' },
      secrets: { password: 'a password' },
    });
    await sql()`update provider_keys set secrets = '{"password": {"sealed": "rubbish", "last4": "", "updatedAt": ""}}'`;
    const { id } = await makeProvider();
    expect(await checkDueProviders()).toBe(2);
    expect(await healthOf(broken.id)).toMatchObject({ check_ok: null });
    expect(await healthOf(id)).toMatchObject({ check_ok: true });
  });
});

describe('what is remembered', () => {
  it('the first failure of several, with its cause, and the recovery', async () => {
    const { id } = await makeProvider({ settings: { behaviour: 'down' } });
    await checkDueProviders();
    await age();
    await behave(id, 'address');
    await checkDueProviders();
    await age();
    await checkDueProviders();
    expect(await changesOf(id)).toEqual([
      { type: 'check_failed', cause: 'refused', failures: null, actor: 'system' },
      { type: 'check_recovered', cause: null, failures: null, actor: 'system' },
    ]);
  });

  it('nothing of a provider that always worked', async () => {
    const { id } = await makeProvider();
    await checkDueProviders();
    expect(await changesOf(id)).toEqual([]);
  });
});

describe('the breaker', () => {
  it('opens after as many failed checks as failed messages', async () => {
    const { id } = await makeProvider({ settings: { behaviour: 'down' } });
    await checkDueProviders();
    expect(await healthOf(id)).toMatchObject({ consecutive_failures: 1, open_until: null });
    await age();
    await checkDueProviders();
    expect(await healthOf(id)).toMatchObject({ consecutive_failures: 2, open_until: expect.any(Date) });
    expect((await changesOf(id)).at(-1)).toMatchObject({ type: 'breaker_opened', failures: 2 });
    expect(await jobs(id)).toEqual(['probe after breaker_opened']);
  });

  it('stays open until its time is over, whatever a check says; then a good one closes it and releases what waits', async () => {
    const { id } = await makeProvider({ settings: { behaviour: 'down' } });
    for (let check = 0; check < 2; check++) {
      await checkDueProviders();
      await age();
    }
    await behave(id, 'address');
    await checkDueProviders();
    expect((await healthOf(id)).open_until).not.toBeNull();
    await age();
    await endWait(id);
    await checkDueProviders();
    expect(await healthOf(id)).toMatchObject({ open_until: null, consecutive_failures: 0 });
    expect((await changesOf(id)).at(-1)).toMatchObject({ type: 'breaker_closed' });
    expect(await jobs(id)).toContain('release after breaker_closed');
  });

  it('is probed by a check where no message is at hand: a failure opens it again', async () => {
    const { id } = await makeProvider({ settings: { behaviour: 'down' } });
    await sql()`update provider_health set consecutive_failures = 5, opened_at = now() where provider_id = ${id}`;
    await endWait(id);
    await probeByCheck(id);
    const { open_until } = await healthOf(id);
    expect(open_until.getTime()).toBeGreaterThan(Date.now());
    expect((await changesOf(id)).map(({ type }) => type)).toEqual(['check_failed', 'probe_failed']);
    await probeByCheck(id);
    expect(await sql()`select from provider_tests where provider_id = ${id}`).toHaveLength(1);
  });

  it('is probed by one at a time', async () => {
    const { id } = await makeProvider();
    await endWait(id);
    await Promise.all([probeByCheck(id), probeByCheck(id)]);
    expect(await sql()`select from provider_tests where provider_id = ${id}`).toHaveLength(1);
    expect(await healthOf(id)).toMatchObject({ open_until: null });
  });

  it('is not forgiven failed messages because of a good check', async () => {
    const { id } = await makeProvider();
    await sql()`update provider_health set consecutive_failures = 1 where provider_id = ${id}`;
    await checkDueProviders();
    expect(await healthOf(id)).toMatchObject({ consecutive_failures: 1, check_ok: true });
  });
});
