import { beforeEach, describe, expect, it } from 'vitest';
import { returnLeases } from '@/lib/capacity/leases';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { rollUp } from '@/lib/metrics/roll-up';
import { deleteProvider } from '@/lib/providers/delete';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { updateSettings } from '@/lib/settings/update';
import type { Statistics } from '@/lib/statistics/schema';
import { describeAccess } from '@/lib/testing/access';
import { useDatabaseForEachTest, useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { beat } from '@/lib/workers/heartbeat';
import { GET } from './route';

useTestDatabase();
describeAccess('statistics', GET, { scope: 'metrics:read', role: 'viewer' });

const worker = { id: newId(), startedAt: new Date(), poolIds: [] };
let token: string;

async function send(...messages: Parameters<typeof makeMessage>) {
  const { id } = await makeMessage(...messages);
  await deliverMessages(worker.id, [id]);
}
const ask = async (): Promise<Statistics> => (await call(GET, { token })).body;
const typesOf = ({ attention }: Statistics) => attention.map(({ type }) => type);

/** Two sent, the second by failover, and one that bounced. */
async function makeFigures(): Promise<void> {
  await beat(worker);
  await makeProvider({ name: 'Own', priority: 90, costPerMessage: '0', monthlyFee: '5' });
  await makeProvider({
    name: 'Dear',
    priority: 10,
    costPerMessage: '0.01',
    budget: { monthly: '0.011', hard: false },
  });
  await send();
  await send({ to: 'bounce@sandbox.test' });
  await send({ to: 'down+own@sandbox.test' });
}

/** One of two a day is all that a buffer of 90 % leaves: two wait. */
async function fillGmail() {
  const provider = await makeProvider({ name: 'Gmail', priority: 100, limits: { day: 2 } });
  for (let count = 0; count < 3; count++) await send({ providers: ['Gmail'] });
  // What is known of providers may be a second old.
  forgetFacts();
  return provider;
}

describe('GET /statistics', () => {
  useDatabaseForEachTest();
  beforeEach(async () => {
    token = await makeToken();
    const retries = { faultMinutes: [], immediateTries: 1 };
    await updateSettings(testContext, { delivery: { retries } });
  });

  it('of an untouched system: nothing sent, and what is missing', async () => {
    const statistics = await ask();
    expect(statistics).toMatchObject({
      today: { sent: 0, failed: 0, parked: 0 },
      providers: [],
      costs: { today: '0', month: '0', saved: null, providers: [] },
      status: { flow: 'stopped' },
    });
    expect(typesOf(statistics)).toEqual(['no_worker', 'no_provider']);
    expect(statistics.hours).toHaveLength(24);
    expect(Date.parse(statistics.at) - Date.parse(statistics.hours.at(-1)!.at)).toBeLessThan(3_600_000);
  });

  it('shows the newest messages to who may read messages, and to nobody else', async () => {
    await makeMessage({ subject: 'Receipt 13', from: 'clinic@example.com' });
    const figuresOnly = await makeToken(['metrics:read']);
    expect((await call(GET, { token: figuresOnly })).body.latest).toBeNull();
    const both = await makeToken(['metrics:read', 'messages:read']);
    expect((await call(GET, { token: both })).body.latest).toMatchObject([{ subject: 'Receipt 13' }]);
  });

  it('counts messages and attempts at once, tells failovers and costs', async () => {
    await makeFigures();
    const statistics = await ask();
    expect(statistics.status).toMatchObject({ flow: 'flowing', sentToday: 2, failedToday: 1 });
    expect(statistics.today).toMatchObject({ sent: 2, captured: 0, failed: 1, parked: 0 });
    expect(statistics.attempts).toMatchObject({ attempts: 4, faulty: 1, failovers: 1 });
    expect(statistics.hours.at(-1)).toMatchObject({ sent: 2, failed: 1 });
    expect(statistics.providers.map(({ name, sentToday }) => [name, sentToday])).toEqual([
      ['Own', 1],
      ['Dear', 1],
    ]);
    expect(statistics.providers[1]!.budget).toMatchObject({ used: '0.01', monthly: '0.011', usedUp: false });
    expect(statistics.attention).toMatchObject([
      { type: 'budget_near', use: { used: '0.01', monthly: '0.011', hard: false } },
      { type: 'failovers', from: { name: 'Own' }, to: { name: 'Dear' }, count: 1, extraCost: '0.01' },
    ]);
    expect(statistics.costs).toMatchObject({
      today: '0.01',
      month: '5.01',
      fees: '5',
      saved: { amount: '-0.01', share: -0.002, dearest: 'Own' },
      providers: [
        { name: 'Own', sent: 1, month: '5', fee: '5', budget: null },
        { name: 'Dear', sent: 1, today: '0.01', month: '0.01', budget: { used: '0.01', monthly: '0.011' } },
      ],
    });
  });

  it('says the same after folding', async () => {
    await makeFigures();
    const before = await ask();
    await rollUp();
    // Forecasts go by the clock.
    const timeless = ({ at: _at, attention: _attention, providers, ...rest }: Statistics) => ({
      ...rest,
      providers: providers.map(({ budget: _budget, ...standing }) => standing),
    });
    expect(timeless(await ask())).toEqual(timeless(before));
  });

  it('names what is parked, and a limit that is used up', async () => {
    await makeFigures();
    await send({ to: 'down@sandbox.test' });
    const day = await fillGmail();
    const statistics = await ask();
    expect(typesOf(statistics).slice(0, 2)).toEqual(['parked', 'limit_used']);
    expect(statistics.attention).toContainEqual(
      expect.objectContaining({ type: 'waiting_for_room', count: 2 }),
    );
    expect(statistics.attention).toContainEqual(
      expect.objectContaining({
        type: 'limit_used',
        provider: { id: day.id, name: 'Gmail' },
        use: expect.objectContaining({ unit: 'day', used: 1, limit: 2, capacity: 1 }),
      }),
    );
    expect(statistics.providers[0]).toMatchObject({ name: 'Gmail', full: { unit: 'day' } });
    expect(statistics.today.parked).toBe(1);
  });

  it('tells who waits for a provider from who waits for a limit', async () => {
    await fillGmail();
    const { id, name } = await makeProvider();
    await sql()`
      update provider_health set consecutive_failures = 5, open_until = now() + interval '5 minutes' where provider_id = ${id}`;
    forgetFacts();
    await send({ providers: [name] });
    const { attention } = await ask();
    expect(attention).toContainEqual({ type: 'waiting_for_provider', count: 1 });
    expect(attention).toContainEqual(expect.objectContaining({ type: 'waiting_for_room', count: 2 }));
  });

  it('keeps the costs of a provider that was deleted', async () => {
    await makeFigures();
    await sql()`update providers set monthly_fee_micros = 0`;
    await sql()`update provider_prices set monthly_fee_micros = 0`;
    await deleteProvider(testContext, { id: 'Dear' });
    expect((await ask()).costs).toMatchObject({
      month: '0.01',
      providers: expect.arrayContaining([
        expect.objectContaining({ id: null, name: null, sent: 1, month: '0.01' }),
      ]),
    });
  });

  it('begins the day where the time zone of the settings does', async () => {
    await makeFigures();
    // Where it is soon midnight: an hour ago was still the day before, whatever the clocks say here.
    await updateSettings(testContext, { general: { timeZone: zoneWhereTheHourIs(0) } });
    await sql()`update delivery_minutes set minute = minute - interval '70 minutes'`;
    await sql()`delete from delivery_hours`;
    const statistics = await ask();
    expect(statistics.today).toMatchObject({ sent: 0, captured: 0, failed: 0, parked: 0 });
    expect(statistics.hours.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
  });

  it("counts what a budget has paid in the provider's own month", async () => {
    const { name } = await makeProvider({
      name: 'Far',
      timeZone: 'Asia/Kathmandu',
      costPerMessage: '1',
      budget: { monthly: '10', hard: true },
    });
    await send({ providers: [name] });
    await returnLeases();
    const far = async () => (await ask()).providers.find((each) => each.name === name)?.budget;
    expect(await far()).toMatchObject({ used: '1' });
    await sql()`update usage_windows set starts_at = starts_at - interval '31 days' where unit = 'budget'`;
    expect(await far()).toMatchObject({ used: '0' });
  });

  it('tells a company of its own failovers alone, though all share the providers', async () => {
    const scopes = ['metrics:read' as const];
    const tokens = [];
    for (const company of ['one', 'other']) {
      await makeCompany({ name: company, key: company });
      tokens.push((await createToken(testContext, { name: company, scopes, company })).token);
    }
    await sql()`update providers set active = false`;
    await makeProvider({ name: 'First', priority: 90 });
    await makeProvider({ name: 'Second', priority: 10 });
    await sql()`delete from failover_hours`;
    await send({ to: 'down+first@sandbox.test', company: 'one' });
    const heard = async (by: string) => {
      const { attention }: Statistics = (await call(GET, { token: by })).body;
      return attention.flatMap((each) => (each.type === 'failovers' ? [each.count] : []));
    };
    expect(await Promise.all([...tokens, token].map(heard))).toEqual([[1], [], [1]]);
  });
});

/** A fixed zone in which the present hour is this one; signs of `Etc` names are turned round. */
function zoneWhereTheHourIs(hour: number): string {
  const ahead = (hour - new Date().getUTCHours() + 24) % 24;
  return ahead <= 12 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`;
}
