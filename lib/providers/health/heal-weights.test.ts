import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { healWeights } from './heal-weights';
import { restoreWeight } from './restore-weight';

useTestDatabase();

/** The moment that is judged: however long a test takes, it stays in this minute. */
const NOW = new Date();
const heal = () => healWeights(NOW);

beforeEach(async () => {
  await sql()`delete from providers`;
  await sql()`delete from delivery_minutes`;
  await updateSettings(testContext, { delivery: { healing: DEFAULT_SETTINGS.delivery.healing } });
});

type Work = { sent?: number; faulty?: number; slow?: number; minutesAgo?: number };

async function work(providerId: string, { sent = 0, faulty = 0, slow = 0, minutesAgo = 1 }: Work) {
  await sql()`
    insert into delivery_minutes (minute, provider_id, category, slot, attempts_sent, attempts_failed, attempts_faulty,
      attempts_slow, last_used_at)
    values (date_trunc('minute', ${NOW}::timestamptz) - make_interval(mins => ${minutesAgo}), ${providerId}, 'transactional', 0,
      ${sent}, ${faulty}, ${faulty}, ${slow}, now())`;
}
const weightOf = async (id: string) =>
  (await sql()`select weight_percent as weight from provider_health where provider_id = ${id}`)[0]!.weight;
const changesOf = (id: string) =>
  sql()`select detail, actor from provider_changes where provider_id = ${id} and type = 'weight' order by id`;
/** How many have judged and wait to write. */
const waiting = async () =>
  (
    await sql()`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%with healed%'`
  )[0]!.count;
/** As if the last change had been that long ago. */
const age = (minutes: number) =>
  sql()`update provider_health set weight_changed_at = weight_changed_at - make_interval(mins => ${minutes})`;

describe('errors of the last full minute', () => {
  it('take a step, with the reason and the figures', async () => {
    const { id } = await makeProvider();
    await work(id, { sent: 10, faulty: 51 });
    expect(await heal()).toBe(1);
    expect(await weightOf(id)).toBe(90);
    expect(await changesOf(id)).toEqual([
      {
        detail: { from: 100, to: 90, reason: 'errors', figures: { errors: 51, slowShare: 0 } },
        actor: 'system',
      },
    ]);
  });

  it('are those of one minute, not of this one nor of earlier ones', async () => {
    const { id } = await makeProvider();
    await work(id, { faulty: 50, minutesAgo: 1 });
    await work(id, { faulty: 60, minutesAgo: 0 });
    await work(id, { faulty: 60, minutesAgo: 2 });
    expect(await heal()).toBe(0);
  });

  it('are judged once, however many workers look', async () => {
    const { id } = await makeProvider();
    await work(id, { faulty: 51 });
    const workers = await sql().begin(async (tx) => {
      await tx`select from provider_health where provider_id = ${id} for update`;
      const looking = [heal(), heal(), heal()];
      await until(async () => expect(await waiting()).toBe(3));
      return { done: Promise.all(looking) };
    });
    expect((await workers.done).toSorted()).toEqual([0, 0, 1]);
    expect(await heal()).toBe(0);
    expect(await weightOf(id)).toBe(90);
    expect(await changesOf(id)).toHaveLength(1);
  });

  it('do not count while they are fewer, nor when the provider is paused', async () => {
    const { id } = await makeProvider();
    await work(id, { faulty: 50 });
    await work((await makeProvider({ active: false })).id, { faulty: 99 });
    expect(await heal()).toBe(0);
  });
});

describe('slowness of the last 15 minutes', () => {
  it('takes a step, unless all are slow', async () => {
    const [slow, other] = [await makeProvider(), await makeProvider()];
    await work(slow.id, { sent: 100, slow: 15, minutesAgo: 14 });
    await work(other.id, { sent: 100, slow: 15, minutesAgo: 3 });
    expect(await heal()).toBe(0);
    await work(other.id, { sent: 100, minutesAgo: 2 });
    expect(await heal()).toBe(1);
    expect((await changesOf(slow.id))[0]).toMatchObject({
      detail: { from: 100, to: 90, reason: 'slow', figures: { slowShare: 0.15 } },
    });
  });

  it('is not told from a handful of messages, nor from old ones', async () => {
    const [few, old] = [await makeProvider(), await makeProvider()];
    await work(few.id, { sent: 19, slow: 19 });
    await work(old.id, { sent: 100, slow: 100, minutesAgo: 16 });
    expect(await heal()).toBe(0);
  });
});

describe('quiet', () => {
  it('gives it back after 15 minutes, then each 5', async () => {
    const { id } = await makeProvider();
    await work(id, { faulty: 51 });
    await heal();
    await sql()`update provider_health set weight_percent = 80 where provider_id = ${id}`;
    await sql()`delete from delivery_minutes`;
    await age(14);
    expect(await heal()).toBe(0);
    await age(1);
    expect(await heal()).toBe(1);
    await age(5);
    expect(await heal()).toBe(1);
    expect(await weightOf(id)).toBe(100);
    expect((await changesOf(id)).map(({ detail }) => detail.reason)).toEqual([
      'errors',
      'recovery',
      'recovery',
    ]);
    await age(5);
    expect(await heal()).toBe(0);
  });
});

it('what a person gave back is not taken again within the same minute', async () => {
  const { id } = await makeProvider();
  await work(id, { faulty: 51 });
  await heal();
  await restoreWeight(testContext, { id });
  expect(await heal()).toBe(0);
  expect(await weightOf(id)).toBe(100);
});

it('switched off, everything is given back', async () => {
  const { id } = await makeProvider();
  await work(id, { faulty: 51 });
  await heal();
  await updateSettings(testContext, { delivery: { healing: { enabled: false } } });
  await heal();
  expect(await weightOf(id)).toBe(100);
});
