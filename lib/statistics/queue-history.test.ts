import { describe, expect, it } from 'vitest';
import { foldQueueHistory, sampleQueue } from '@/lib/backlog/sample-queue';
import { sql } from '@/lib/database/db';
import { QueueHistoryQuery } from '@/lib/metrics/schema';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { getQueueHistory } from './queue-history';

useDatabaseForEachTest();

const ask = (query: object = {}, ctx = testContext) =>
  getQueueHistory(ctx, QueueHistoryQuery.parse({ interval: 'hour', ...query }));
const last = async (query: object = {}, ctx = testContext) => (await ask(query, ctx)).data.at(-1)!;

async function makeWaiting(minutes: number, input: object = {}): Promise<string> {
  const { id } = await makeMessage({ from: 'clinic@example.com', ...input });
  await sql()`update messages set due_at = now() - make_interval(mins => ${minutes}) where id = ${id}`;
  return id;
}

describe('what waited over time', () => {
  it('is unknown where nobody looked, and nothing where somebody did', async () => {
    expect(await last()).toMatchObject({ waiting: null, oldestSeconds: null });
    await sampleQueue();
    const { data } = await ask();
    expect(data.at(-1)).toMatchObject({ waiting: 0, oldestSeconds: 0 });
    expect(data.at(-2)).toMatchObject({ waiting: null, oldestSeconds: null });
  });

  it('is the middle of all looks, and the oldest of any', async () => {
    await makeProvider();
    const ids = [await makeWaiting(10), await makeWaiting(3, { priority: 'urgent' })];
    await sampleQueue();
    await sql()`update messages set due_at = null, status = 'sent' where id = ${ids[0]!}`;
    await sampleQueue();
    const point = await last();
    expect(point.waiting).toBe(1.5);
    expect(point.oldestSeconds).toBeGreaterThanOrEqual(600);
    expect(point.oldestSeconds).toBeLessThan(660);
    expect((await last({ priority: 'urgent' })).waiting).toBe(1);
    expect((await last({ priority: 'low' })).waiting).toBe(0);
    expect((await last({ channel: 'sms' })).waiting).toBe(0);
  });

  it('leaves out what is sent, waits for its time, or is parked', async () => {
    await makeProvider();
    const [sending, later, parked] = [await makeWaiting(5), await makeWaiting(5), await makeWaiting(5)];
    await sql()`update messages set claimed_until = now() + interval '1 minute' where id = ${sending}`;
    await sql()`update messages set due_at = now() + interval '1 hour' where id = ${later}`;
    await sql()`update messages set status = 'parked', due_at = null where id = ${parked}`;
    await sampleQueue();
    expect(await last()).toMatchObject({ waiting: 0, oldestSeconds: 0 });
  });

  it('shows a company its own, beside all looks', async () => {
    await makeProvider();
    const { id: companyId, key } = await makeCompany();
    await makeWaiting(5);
    await makeWaiting(2, { company: key });
    await sampleQueue();
    expect((await last()).waiting).toBe(2);
    const own = await last({}, { ...testContext, companyId });
    expect(own.waiting).toBe(1);
    expect(own.oldestSeconds).toBeLessThan(180);
  });

  it('is the same once its hours are folded into days, and folded once', async () => {
    await sql()`
      insert into queue_hours (hour, channel, priority, looks, waiting_sum, oldest_seconds)
      select date_trunc('day', now(), 'utc') - interval '70 days' + make_interval(hours => h), channel, 2, looks, waiting, oldest
      from generate_series(0, 23) h, (values ('', 60, 0, 0), ('email', 0, 120, 40)) as v(channel, looks, waiting, oldest)`;
    const from = new Date(Date.now() - 72 * 86_400_000).toISOString();
    const query = { from, interval: 'day', timeZone: 'UTC' };
    const before = (await ask(query)).data;
    expect(before.filter(({ waiting }) => waiting !== null)).toMatchObject([
      { waiting: 2, oldestSeconds: 40 },
    ]);
    await foldQueueHistory();
    await foldQueueHistory();
    expect(await sql()`select from queue_hours`).toHaveLength(0);
    expect((await ask(query)).data).toEqual(before);
  });
});
