import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { updateProvider } from '@/lib/providers/update';
import { PRIORITIES, type Priority } from '@/lib/queue/priority';
import { currentSettings, forgetSettings } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { pausePriorities } from './pause-priorities';
import { reconcileMessages } from './reconcile';
import { releaseMessages } from './release';
import { wakeResumed } from './wake-resumed';

useTestDatabase();

const pause = (...priorities: Priority[]) => pausePriorities(testContext, { priorities, paused: true });
const resume = (...priorities: Priority[]) => pausePriorities(testContext, { priorities, paused: false });
const loseJobs = () => sql()`delete from graphile_worker._private_jobs`;
const overdue = () =>
  sql()`update messages set due_at = now() - interval '2 minutes' where due_at is not null`;
const statusOf = async (id: string) => (await getMessage(testContext, id)).status;

const jobs = (task: string) => sql()<
  { payload: { ids?: string[]; priorities?: Priority[] }; run_at: Date }[]
>`
  select p.payload, j.run_at from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
  where j.task_identifier = ${task} order by j.run_at`;
const wokenIds = async () =>
  [...(await jobs('deliver')), ...(await jobs('deliver-urgent'))].flatMap(({ payload }) => payload.ids ?? []);

beforeEach(async () => {
  await makeProvider();
  await resume(...PRIORITIES);
  await sql()`update messages set status = 'canceled', due_at = null where due_at is not null`;
  await loseJobs();
});

describe('a paused priority', () => {
  it.each(PRIORITIES)('%s: its jobs end without work, and the message stays as it is', async (priority) => {
    await pause(priority);
    const { id } = await makeMessage({ priority });
    await deliverMessages(newId(), [id]);
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'queued', attempts: [] });
    const other = await makeMessage({ priority: priority === 'low' ? 'high' : 'low' });
    await deliverMessages(newId(), [other.id, id]);
    expect(await statusOf(other.id)).toBe('sent');
    expect(await statusOf(id)).toBe('queued');
  });

  it('is left alone by the reconciler, the others are not', async () => {
    await pause('urgent', 'low');
    await makeMessage({ priority: 'urgent' });
    await makeMessage({ priority: 'low' });
    const { id } = await makeMessage({ priority: 'high' });
    await loseJobs();
    await overdue();
    expect(await reconcileMessages()).toBe(1);
    expect(await wokenIds()).toEqual([id]);
  });

  it('lets those finish that are being sent', async () => {
    const { id } = await makeMessage({ to: 'slow@sandbox.test' });
    const delivery = deliverMessages(newId(), [id]);
    await until(async () => expect(await statusOf(id)).not.toBe('queued'));
    await pause('normal');
    await delivery;
    expect(await statusOf(id)).toBe('sent');
  });

  it('is paused for a process that starts later, and for one that runs, at once', async () => {
    const { id } = await makeMessage({ priority: 'high' });
    await currentSettings();
    await sql()`
      insert into settings (key, value) values ('delivery', '{"queue":{"pausedPriorities":["high"]}}')
      on conflict (key) do update set value = excluded.value`;
    // What this one remembers says otherwise.
    expect((await currentSettings()).delivery.queue.pausedPriorities).toEqual([]);
    expect(await claimMessages(newId(), [id])).toEqual([]);
    forgetSettings();
    expect(await claimMessages(newId(), [id])).toEqual([]);
  });
});

describe('a paused provider', () => {
  const setActive = async (id: string, active: boolean) => {
    await loseJobs();
    await updateProvider(testContext, { id, active });
    const [job] = await sql()<{ task: string }[]>`select task_identifier as task from graphile_worker.jobs`;
    expect(job?.task).toBe('release');
    return releaseMessages(id);
  };
  const sendThrough = async (name: string) => {
    const { id } = await makeMessage({ providers: [name] });
    await deliverMessages(newId(), [id]);
    return id;
  };

  it('takes nothing; resumed, it gets at once what had no other way, parked or to be retried', async () => {
    const { id: providerId, name } = await makeProvider();
    const other = await makeProvider();
    await setActive(providerId, false);
    const retried = await sendThrough(name);
    await updateSettings(testContext, { delivery: { retries: { faultMinutes: [] } } });
    const parked = await sendThrough(name);
    expect([await statusOf(retried), await statusOf(parked)]).toEqual(['retrying', 'parked']);
    expect(await setActive(providerId, false)).toBe(0);
    expect(await releaseMessages(other.id)).toBe(0);
    expect(await setActive(providerId, true)).toBe(2);
    expect((await wokenIds()).toSorted()).toEqual([retried, parked].toSorted());
    await deliverMessages(newId(), [retried, parked]);
    expect([await statusOf(retried), await statusOf(parked)]).toEqual(['sent', 'sent']);
    await updateSettings(testContext, { delivery: { retries: { faultMinutes: [5, 15, 30] } } });
  });

  it('resumed, leaves those alone whom a receiver told to come later', async () => {
    const { id: providerId, name } = await makeProvider();
    const { id } = await makeMessage({ to: 'throttle@sandbox.test', providers: [name] });
    await deliverMessages(newId(), [id]);
    await setActive(providerId, false);
    expect(await setActive(providerId, true)).toBe(0);
    expect(await statusOf(id)).toBe('retrying');
  });
});

describe('resume', () => {
  it('adds a job that wakes what waited, once every process has heard of it', async () => {
    await pause('urgent', 'low');
    expect(await jobs('resume')).toEqual([]);
    expect(await resume('urgent')).toEqual({ pausedPriorities: ['low'] });
    const [job, ...more] = await jobs('resume');
    expect(more).toEqual([]);
    expect(job!.payload).toEqual({ priorities: ['urgent'] });
    expect(job!.run_at.getTime() - Date.now()).toBeGreaterThan(1_000);
    await resume('urgent', 'normal');
    expect(await jobs('resume')).toHaveLength(1);
  });

  it('comes with every way of changing the settings', async () => {
    await pause('high', 'low');
    await updateSettings(testContext, { delivery: { queue: { pausedPriorities: ['low'] } } });
    expect((await jobs('resume')).map(({ payload }) => payload)).toEqual([{ priorities: ['high'] }]);
  });

  it('sends everything that waited, and what is due later at its time', async () => {
    await pause('low');
    const waiting = await Promise.all(Array.from({ length: 30 }, () => makeMessage({ priority: 'low' })));
    const other = await makeMessage({ priority: 'high' });
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const later = await makeMessage({ priority: 'low', scheduledAt });
    await deliverMessages(
      newId(),
      [...waiting, other].map(({ id }) => id),
    );
    await loseJobs();
    await resume('low');
    expect(await wakeResumed(['low'])).toBe(30);
    const ids = await wokenIds();
    expect(ids.toSorted()).toEqual(waiting.map(({ id }) => id).toSorted());
    await deliverMessages(newId(), ids);
    expect(new Set(await Promise.all(ids.map(statusOf)))).toEqual(new Set(['sent']));
    expect(await statusOf(later.id)).toBe('scheduled');
  });

  it('wakes urgent ones in their own pool', async () => {
    await pause('urgent');
    const { id } = await makeMessage({ priority: 'urgent' });
    await loseJobs();
    await resume('urgent');
    await wakeResumed(['urgent']);
    expect((await jobs('deliver-urgent')).map(({ payload }) => payload)).toEqual([{ ids: [id] }]);
  });

  it('wakes more than fits into one chunk, each once, though many are due at the same moment', async () => {
    const count = 11_000;
    await sql()`
      insert into messages (id, status, priority, category, subject, recipients, recipient_addresses, tags, size_bytes, accepted_by_type, due_at, accepted_at)
      select overlay(gen_random_uuid()::text placing ${newId().slice(0, 13)} from 1 for 13)::uuid, 'queued', 3, 'transactional', 'many', '[]', '{}', '{}', 1, 'test',
        date_trunc('second', now() - make_interval(secs => n / 4000)), now()
      from generate_series(1, ${count}) as n`;
    expect(await wakeResumed(['low'])).toBe(count);
    const ids = await wokenIds();
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
  });

  it('of two at the same time for different priorities both hold', async () => {
    await Promise.all([pause('urgent'), pause('high'), pause('low')]);
    expect((await currentSettings()).delivery.queue.pausedPriorities).toEqual(['urgent', 'high', 'low']);
    await Promise.all([resume('urgent'), resume('low')]);
    expect((await currentSettings()).delivery.queue.pausedPriorities).toEqual(['high']);
    expect((await jobs('resume')).map(({ payload }) => payload.priorities!.join()).toSorted()).toEqual([
      'low',
      'urgent',
    ]);
  });
});
