import { beforeAll, expect, it } from 'vitest';
import { NO_PROVIDER } from '@/drizzle/schema/delivery';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import type { MetricsByProvider } from '@/lib/metrics/schema';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET as together } from '../route';
import { GET as ofOne } from './[id]/route';
import { GET } from './route';

useTestDatabase();

describeAccess('metrics by provider', GET, { scope: 'metrics:read', role: 'viewer' });

let token: string;

beforeAll(async () => {
  token = await makeToken();
  await makeProvider({ name: 'Cheap', priority: 90, costPerMessage: '0.001' });
  await makeProvider({ name: 'Dear', priority: 10, costPerMessage: '0.01' });
  const made = await Promise.all([
    makeMessage(),
    makeMessage({ to: 'down+cheap@sandbox.test' }),
    makeMessage({ to: 'bounce@sandbox.test' }),
  ]);
  await deliverMessages(
    newId(),
    made.map(({ id }) => id),
  );
});

const ask = async (query: Record<string, string> = {}): Promise<MetricsByProvider> =>
  (await call(GET, { token, query })).body;

it('tells each one beside the others, in the order in which they are tried, as the page of one does', async () => {
  const { data, interval } = await ask();
  expect(interval).toBe('day');
  expect(data.slice(0, 2).map(({ provider }) => provider?.name)).toEqual(['Cheap', 'Dear']);
  expect(data[0]!.totals).toMatchObject({ sent: 1, failed: 1, attempts: 3, faulty: 1, cost: '0.001' });
  expect(data[1]!.totals).toMatchObject({ sent: 1, attempts: 1, faulty: 0, cost: '0.01' });
  for (const { provider, ...points } of data.slice(0, 2)) {
    const { body } = await call(ofOne, { token, params: { id: provider!.id } });
    expect(body).toMatchObject(points);
  }
});

it('names nobody for what no provider was asked for, and then adds up to all', async () => {
  await sql()`
    insert into delivery_minutes (minute, provider_id, channel, company_id, type, category, slot, messages_parked, last_used_at)
    select date_trunc('minute', now()), ${NO_PROVIDER}, channel, company_id, type, category, 0, 2, now()
    from delivery_minutes limit 1`;
  const { data } = await ask();
  expect(data.at(-1)).toMatchObject({ provider: null, totals: { parked: 2, attempts: 0 } });
  const { totals } = (await call(together, { token })).body;
  for (const count of ['sent', 'failed', 'parked', 'attempts', 'faulty', 'failovers'] as const)
    expect(
      data.reduce((sum, each) => sum + each.totals[count], 0),
      count,
    ).toBe(totals[count]);
});

it('takes the filters of the other, but no provider', async () => {
  expect((await ask({ category: 'marketing' })).data[0]!.totals.attempts).toBe(0);
  expectProblem(await call(GET, { token, query: { provider: 'Cheap' } }), 400, 'validation_failed');
});
