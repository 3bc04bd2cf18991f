import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { rollUp } from '@/lib/metrics/roll-up';
import { updateSettings } from '@/lib/settings/update';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET as ofProvider } from './providers/[id]/route';
import { GET } from './route';

useTestDatabase();

for (const [title, handler] of Object.entries({ metrics: GET, 'metrics of a provider': ofProvider }))
  describeAccess(title, handler, { scope: 'metrics:read', role: 'viewer' });

let token: string;
let cheap: string;

beforeAll(async () => {
  token = await makeToken();
  cheap = (await makeProvider({ name: 'Cheap', priority: 90, costPerMessage: '0.001' })).id;
  await makeProvider({ name: 'Dear', priority: 10, costPerMessage: '0.01' });
  const made = await Promise.all([
    makeMessage(),
    makeMessage({ category: 'marketing' }),
    makeMessage({ to: 'down+cheap@sandbox.test' }),
    makeMessage({ to: 'bounce@sandbox.test' }),
  ]);
  await deliverMessages(
    newId(),
    made.map(({ id }) => id),
  );
});

const ask = async (query: Record<string, string> = {}) => (await call(GET, { token, query })).body;

describe('GET /metrics', () => {
  it('counts by day in the last 30, each day once, with totals', async () => {
    const { data, totals, interval, timeZone, currency } = await ask();
    expect({ interval, timeZone, currency }).toEqual({ interval: 'day', timeZone: 'UTC', currency: 'USD' });
    expect(data).toHaveLength(30);
    expect(data[0]).toMatchObject({ sent: 0, attempts: 0, averageMs: null, successRate: null, cost: '0' });
    expect(data.at(-1)).toMatchObject({
      sent: 3,
      failed: 1,
      parked: 0,
      attempts: 5,
      faulty: 1,
      failovers: 1,
      cost: '0.012',
    });
    const { at, ...last } = data.at(-1);
    expect(totals).toEqual(last);
    expect(totals.successRate).toBeCloseTo(0.8);
    expect(at).toMatch(/T00:00:00.000Z$/);
  });

  it('says the same before and after folding, at every interval', async () => {
    const totals = () =>
      Promise.all(['hour', 'day', 'week', 'month'].map(async (interval) => (await ask({ interval })).totals));
    const before = await totals();
    for (const each of before) expect(each).toEqual(before[0]);
    await rollUp();
    expect(await totals()).toEqual(before);
  });

  it.each([
    ['hour', 24],
    ['week', 12],
    ['month', 12],
  ])('makes a point of each %s', async (interval, points) => {
    expect((await ask({ interval: String(interval) })).data).toHaveLength(points);
  });

  it('filters by provider, by name or id, and by category', async () => {
    expect((await ask({ provider: 'cheap' })).totals).toMatchObject({
      sent: 2,
      failed: 1,
      failovers: 1,
      cost: '0.002',
    });
    expect((await ask({ provider: cheap, category: 'marketing' })).totals).toMatchObject({
      sent: 1,
      attempts: 1,
    });
    const one = (await call(ofProvider, { token, params: { id: 'Dear' } })).body;
    expect(one.totals).toMatchObject({ sent: 1, cost: '0.01' });
  });

  it('begins days and months where the time zone of the settings does', async () => {
    await updateSettings(testContext, { general: { timeZone: 'America/Asuncion', currency: 'PYG' } });
    onTestFinished(async () => {
      await updateSettings(testContext, { general: { timeZone: 'UTC', currency: 'USD' } });
    });
    const { data, from, to, currency } = await ask({ from: '2026-02-27', to: '2026-03-02' });
    expect(data.map((point: { at: string }) => point.at)).toEqual([
      '2026-02-27T03:00:00.000Z',
      '2026-02-28T03:00:00.000Z',
      '2026-03-01T03:00:00.000Z',
      '2026-03-02T03:00:00.000Z',
    ]);
    expect({ from, to, currency }).toEqual({
      from: data[0].at,
      to: '2026-03-03T03:00:00.000Z',
      currency: 'PYG',
    });
    const week = await ask({ from: '2026-11-21T12:00:00Z', to: '2026-11-21T13:00:00Z', interval: 'week' });
    expect(week.data).toMatchObject([{ at: '2026-11-16T03:00:00.000Z' }]);
    expect((await ask()).totals).toMatchObject({ sent: 3 });
  });

  it.each([
    [{ interval: 'minute' }, 'interval'],
    [{ from: 'yesterday' }, 'from'],
    [{ from: '2026-02-30' }, 'from'],
    [{ from: '2026-03-01', to: '2026-02-01' }, 'from'],
    [{ from: '2026-01-01T00:00:00Z', to: '2026-12-01T00:00:00Z', interval: 'hour' }, 'interval'],
    [{ category: 'spam' }, 'category'],
    [{ color: 'red' }, undefined],
  ])('400 for %j', async (query, path) => {
    expectProblem(await call(GET, { token, query }), 400, 'validation_failed', path);
  });

  it('404 for a provider that does not exist', async () => {
    expectProblem(await call(GET, { token, query: { provider: 'nobody' } }), 404, 'not_found');
    expectProblem(await call(ofProvider, { token, params: { id: 'nobody' } }), 404, 'not_found');
  });
});
