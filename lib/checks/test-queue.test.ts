import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { getMessage } from '@/lib/messages/get';
import { updateSettings } from '@/lib/settings/update';
import { getStatus } from '@/lib/status/get';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { worker } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { beat } from '@/lib/workers/heartbeat';
import { testQueue } from './test-queue';

useDatabaseForEachTest();

beforeEach(() => beat({ id: worker, startedAt: new Date(), poolIds: [] }));

/** What a worker does: it finds the message, whoever made it. */
async function workOnce(): Promise<string> {
  const id = await until(async () => {
    const [row] = await sql()<{ id: string }[]>`select id from messages where status = 'queued'`;
    return row!.id;
  });
  await deliverMessages(worker, [id]);
  return id;
}

const sandbox = (changes: object = {}) => makeProvider({ kind: 'sandbox', name: 'Box', ...changes });

describe('testQueue', () => {
  it('tells each step with its time, and leaves the message in the sandbox', async () => {
    await makeProvider({
      kind: 'smtp',
      name: 'Office',
      priority: 90,
      settings: { host: 'smtp.example.com' },
    });
    await sandbox();
    const [found, id] = await Promise.all([testQueue(testContext), workOnce()]);
    expect(found).toMatchObject({ ok: true, cause: undefined, messageId: id });
    expect(found.steps.map(({ name, ok }) => [name, ok])).toEqual([
      ['enqueue', true],
      ['claim', true],
      ['capture', true],
    ]);
    for (const { ms } of found.steps) expect(ms).toBeGreaterThanOrEqual(0);
    expect(found.summary).toMatch(/^The queue works: .+ kept by Box/);
    const [kept] = await sql()`select status, test, tags from messages where id = ${id}`;
    expect(kept).toEqual({ status: 'captured', test: true, tags: ['queue-test'] });
  });

  it('counts nowhere as sent mail', async () => {
    await sandbox();
    await Promise.all([testQueue(testContext), workOnce()]);
    expect(await getStatus(testContext)).toMatchObject({ sentToday: 0, everSent: false, capturedToday: 1 });
  });

  it('withdraws what no worker picked up in time', async () => {
    await sandbox();
    const found = await testQueue(testContext, { limitMs: 120 });
    expect(found).toMatchObject({ ok: false, cause: 'not_claimed' });
    expect(found.steps.map(({ name, ok }) => [name, ok])).toEqual([
      ['enqueue', true],
      ['claim', false],
    ]);
    expect((await getMessage(testContext, found.messageId!)).status).toBe('canceled');
  });

  it.each([
    ['no_worker', () => sql()`delete from workers`],
    ['paused', () => updateSettings(testContext, { delivery: { queue: { pausedPriorities: ['normal'] } } })],
    ['no_sandbox', () => sql()`update providers set active = false`],
  ])('says at once what keeps it from being run, and makes no message: %s', async (cause, bringAbout) => {
    await sandbox();
    await bringAbout();
    expect(await testQueue(testContext)).toMatchObject({ ok: false, cause, steps: [], messageId: null });
    expect(await sql()`select from messages`).toHaveLength(0);
  });

  it('passes by a sandbox that plays a service in trouble', async () => {
    await sandbox({ name: 'Ill', priority: 99, settings: { behaviour: 'down' } });
    await sandbox();
    const [{ summary }] = await Promise.all([testQueue(testContext), workOnce()]);
    expect(summary).toContain('kept by Box');
  });
});
