import { beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { deleteProvider } from '@/lib/providers/delete';
import { updateProvider } from '@/lib/providers/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { getStatistics } from './get';
import { getMetrics } from './metrics';
import { getMonthCosts } from './month-costs';

useDatabaseForEachTest();

/** Whole months back from the present one, in UTC. */
const monthsAgo = (count: number, day = 1) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, day));
};
const name = (at: Date) => at.toISOString().slice(0, 7);
const monthOf = (count: number, company?: string) =>
  getMonthCosts(testContext, { month: name(monthsAgo(count)), company });

async function count(providerId: string, at: Date, recipients: number, costMicros = 0): Promise<void> {
  await sql()`
    insert into delivery_hours (hour, provider_id, category, attempts_sent, recipients_sent, messages_sent, cost_micros, last_used_at)
    values (${at}, ${providerId}, 'transactional', ${recipients}, ${recipients}, ${recipients}, ${costMicros}, ${at})`;
  await sql()`
    insert into delivery_days (day, provider_id, category, attempts_sent, recipients_sent, messages_sent, cost_micros, last_used_at)
    values (${at}::date, ${providerId}, 'transactional', ${recipients}, ${recipients}, ${recipients}, ${costMicros}, ${at})
    on conflict (day, provider_id, channel, company_id, type, category) do update
      set messages_sent = delivery_days.messages_sent + excluded.messages_sent`;
}

const since = (id: string, at: Date) =>
  sql()`update provider_prices set valid_from = ${at} where provider_id = ${id}`;

beforeEach(async () => {
  await makeCompany({ name: 'Clinic', key: 'clinic' });
  // What is older than the newest hours counts as folded.
  await count(newId(), new Date(Date.now() + 3 * 3_600_000), 0);
});

it('keeps the fees of a provider that is gone, until it went', async () => {
  const { id } = await makeProvider({ name: 'Backup', monthlyFee: '25' });
  await since(id, monthsAgo(3, 10));
  await deleteProvider(testContext, { id });
  const fees = async (month: number) => (await monthOf(month)).totals.fees;
  expect(await Promise.all([4, 3, 2, 1, 0].map(fees))).toEqual(['0', '25', '25', '25', '25']);
  expect((await monthOf(-1)).totals.fees).toBe('0');
  expect((await monthOf(2, 'clinic')).totals.fees).toBe('0');
  expect((await getStatistics(testContext)).costs).toMatchObject({
    fees: '25',
    month: '25',
    providers: [{ id: null, fee: '25', month: '25' }],
  });
});

it('asks no fee for the time since one that is gone was paused, but where it sent', async () => {
  const { id } = await makeProvider({ name: 'Backup', monthlyFee: '25', active: false });
  await since(id, monthsAgo(3));
  await sql()`update providers set updated_at = ${monthsAgo(1, 15)} where id = ${id}`;
  await deleteProvider(testContext, { id });
  expect((await monthOf(0)).totals.fees).toBe('0');
  expect((await monthOf(1)).totals.fees).toBe('25');
});

it('of one that went before its end was noted knows only the months in which it sent', async () => {
  const id = newId();
  await sql()`
    insert into provider_prices (provider_id, valid_from, cost_micros, monthly_fee_micros) values (${id}, ${monthsAgo(5)}, 100, 7000000)`;
  await count(id, monthsAgo(2, 3), 10);
  expect(await Promise.all([3, 2, 1].map(async (month) => (await monthOf(month)).totals.fees))).toEqual([
    '0',
    '7',
    '0',
  ]);
});

it('home tells the same saving as the month does, with fees and the price of each day', async () => {
  const own = await makeProvider({ name: 'Own', costPerMessage: '0', monthlyFee: '5' });
  const dear = await makeProvider({ name: 'Dear', costPerMessage: '0.02' });
  await since(own.id, monthsAgo(2));
  await since(dear.id, monthsAgo(2));
  await count(own.id, monthsAgo(0), 1_000);
  const agree = async () => {
    const [home, month] = await Promise.all([getStatistics(testContext), getMonthCosts(testContext, {})]);
    const [first] = month.instead;
    expect(home.costs.saved).toEqual({
      amount: first!.saved,
      share: first!.share,
      dearest: first!.provider.name,
    });
    expect([home.costs.month, home.costs.fees]).toEqual([month.totals.total, month.totals.fees]);
    return home.costs.saved;
  };
  expect(await agree()).toEqual({ amount: '15', share: 0.75, dearest: 'Dear' });
  await updateProvider(testContext, { id: dear.id, costPerMessage: '0.5' });
  const changed = await agree();
  // On the first of a month the price of its day's end is the new one.
  const expected = new Date().getUTCDate() === 1 ? '495' : '15';
  expect(changed!.amount).toBe(expected);
});

it('counts of a first week or month only what was asked for, and of a last day only what lies before its end', async () => {
  const { id } = await makeProvider({ name: 'Own' });
  const day = (n: number, hour = 0) => new Date(Date.UTC(2026, 8, n, hour));
  for (const n of [1, 14, 15, 16, 30]) await count(id, day(n, 9), 1);
  await count(id, day(30, 15), 10);
  const sent = async (interval: 'week' | 'month' | 'day', from: string, to: string) =>
    (await getMetrics(testContext, { interval, from, to })).totals.sent;
  expect(await sent('month', '2026-09-15', '2026-09-29')).toBe(2);
  // A Tuesday: its week began the day before.
  expect(await sent('week', '2026-09-15', '2026-09-29')).toBe(2);
  expect(await sent('day', '2026-09-15', '2026-09-30T12:00:00Z')).toBe(3);
  expect(await sent('day', '2026-09-15', '2026-09-30')).toBe(13);
  const { data, from } = await getMetrics(testContext, {
    interval: 'month',
    from: '2026-09-15',
    to: '2026-09-29',
  });
  expect([data[0]!.at, from]).toEqual(['2026-09-01T00:00:00.000Z', '2026-09-15T00:00:00.000Z']);
});
