import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { listMessages } from '@/lib/messages/list';
import { MessageFilter } from '@/lib/messages/schema';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { beat } from '@/lib/workers/heartbeat';
import { getStatistics } from './get';
import type { Attention, Statistics } from './schema';

useTestDatabase();

const worker = { id: newId(), startedAt: new Date(), poolIds: [] };

async function deliver(...input: Parameters<typeof makeMessage>): Promise<string> {
  const { id } = await makeMessage(...input);
  await deliverMessages(worker.id, [id]);
  return id;
}

/** Parked, for a reason and until a time as they are stored; null: until somebody decides. */
async function park(reason: string, due: string | null): Promise<void> {
  const { id } = await makeMessage();
  await sql()`
    update messages set status = 'parked', reason = ${reason}, due_at = now() + ${due}::interval where id = ${id}`;
}

async function listed(filter: Record<string, unknown>): Promise<number> {
  return (await listMessages(testContext, MessageFilter.parse({ ...filter, limit: 100 }))).data.length;
}

let statistics: Statistics;
const counted = (wanted: Attention['type']) => {
  const found = statistics.attention.find(({ type }) => type === wanted);
  return found && 'count' in found ? found.count : 0;
};

beforeAll(async () => {
  await beat(worker);
  await makeProvider({ name: 'Main' });
  await updateSettings(testContext, { delivery: { retries: { faultMinutes: [], immediateTries: 1 } } });
  for (let count = 0; count < 3; count++) await deliver();
  await deliver({ to: 'bounce@sandbox.test' });
  // Nobody refused it: a sandbox has played that.
  await makeProvider({ name: 'Box', kind: 'sandbox', settings: { onlyTests: true } });
  await deliver({ to: 'bounce@sandbox.test', providers: ['Box'] });
  // A provider told since that it arrived; and one of yesterday is none of today.
  await sql()`update messages set status = 'delivered' where id = ${await deliver()}`;
  const yesterday = await deliver();
  await sql()`update messages set finished_at = finished_at - interval '2 days' where id = ${yesterday}`;
  await sql()`update delivery_minutes set messages_sent = messages_sent - 1
    where (minute, slot, provider_id) = (select minute, slot, provider_id from delivery_minutes where messages_sent > 0 limit 1)`;
  await makeMessage();
  await park('all_failed', null);
  await park('no_room', '1 hour');
  await park('no_room', '2 hours');
  await park('breaker_open', '1 hour');
  await park('breaker_open', '-1 minute');
  statistics = await getStatistics(testContext);
});

describe('each number of home is the length of the list behind it', () => {
  it('sent today', async () => {
    const { sent, since } = statistics.today;
    expect([sent, await listed({ status: 'sent,delivered', finishedSince: since })]).toEqual([4, 4]);
  });

  it('failed today', async () => {
    const { failed, since } = statistics.today;
    expect([failed, await listed({ status: 'not_sent', finishedSince: since })]).toEqual([1, 1]);
  });

  it('waiting: what is due, whatever its state', async () => {
    expect([statistics.status.waiting, await listed({ status: 'waiting' })]).toEqual([2, 2]);
  });

  it('parked: what is not due', async () => {
    expect([statistics.status.parked, await listed({ status: 'set_aside' })]).toEqual([4, 4]);
  });

  it('parked until somebody decides', async () => {
    expect([counted('parked'), await listed({ status: 'held' })]).toEqual([1, 1]);
  });

  it('waiting for a limit to renew', async () => {
    expect([counted('waiting_for_room'), await listed({ status: 'for_room' })]).toEqual([2, 2]);
  });

  it('waiting for a provider to work again', async () => {
    expect([counted('waiting_for_provider'), await listed({ status: 'for_provider' })]).toEqual([2, 2]);
  });
});
