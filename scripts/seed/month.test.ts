import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { countMessages } from '@/lib/messages/count';
import { MessageSelection } from '@/lib/messages/schema';
import { CostsQuery, MetricsQuery } from '@/lib/metrics/schema';
import { toMicros } from '@/lib/money';
import { getMetrics } from '@/lib/statistics/metrics';
import { getMonthCosts } from '@/lib/statistics/month-costs';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { seedMonth } from './month';

useTestDatabase();

const SIZE = 2_500;
/** From the list of prices of the seed; what SendGrid cost until ten days before, and since. */
const SENDGRID = { until: 800, since: 900, days: 10 };

let seededAt: Date;

beforeAll(async () => {
  seededAt = new Date(Math.floor((Date.now() - 600_000) / 60_000) * 60_000);
  const { messages } = await seedMonth(SIZE);
  expect(Math.abs(messages - SIZE)).toBeLessThan(20);
}, 120_000);

describe('the seeded month', () => {
  it('refuses a system that has messages', async () => {
    await expect(seedMonth(10)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('has all that a month has', async () => {
    const { totals, groups } = await getMetrics(testContext, MetricsQuery.parse({ by: 'provider' }));
    for (const name of [
      'sent',
      'failed',
      'delivered',
      'bounced',
      'opened',
      'clicked',
      'machineOpened',
      'failovers',
    ] as const)
      expect(totals[name], name).toBeGreaterThan(0);
    expect(groups).toHaveLength(4);
  });

  it.each([
    ['sent', { status: 'handed_over' }],
    ['failed', { status: 'not_sent' }],
  ] as const)('%s: each number is the length of the list behind it', async (name, filter) => {
    const { totals, from, to } = await getMetrics(testContext, MetricsQuery.parse({}));
    const match = MessageSelection.parse({ ...filter, finishedSince: from, finishedUntil: to });
    expect((await listed(match)) - totals[name]).toBe(0);
  });

  it.each(['delivered', 'bounced', 'opened', 'clicked', 'complained', 'machineOpened'] as const)(
    '%s: each number is the length of the list behind it, day by day',
    async (event) => {
      const { data, to } = await getMetrics(testContext, MetricsQuery.parse({}));
      for (const [n, point] of data.entries()) {
        if (n % 6 > 0 && n < data.length - 1) continue;
        const match = MessageSelection.parse({ event, since: point.at, until: data[n + 1]?.at ?? to });
        expect(await listed(match), point.at).toBe(point[event]);
      }
    },
  );

  it('costs at least 70 % less than everything through SendGrid, by prices and counts alone', async () => {
    const rows = await sql()<{ at: Date; provider: string; cost: number; month: string }[]>`
      select started_at as at, provider, cost_micros::float8 as cost, to_char(finished_at at time zone 'utc', 'YYYY-MM') as month from attempts
      where outcomes @> '[{"outcome": "accepted"}]'`;
    const dearer = seededAt.getTime() - SENDGRID.days * 86_400_000;
    const priceOf = ({ at }: { at: Date }) => (at.getTime() >= dearer ? SENDGRID.since : SENDGRID.until);
    const paid = rows.reduce((sum, { cost }) => sum + cost, 0);
    const instead = rows.reduce((sum, row) => sum + priceOf(row), 0);
    expect(1 - paid / instead).toBeGreaterThan(0.7);
    let [told, toldInstead] = [0, 0];
    for (const month of new Set(rows.map((row) => row.month))) {
      const costs = await getMonthCosts(testContext, CostsQuery.parse({ month }));
      told += toMicros(costs.totals.total);
      const sendgrid = costs.instead.find(({ provider }) => provider.name === 'SendGrid');
      toldInstead += toMicros(sendgrid!.total);
      // Of the few hours that the first of two months may have in it one provider may be all there is.
      const isWhole = rows.filter((row) => row.month === month).length > SIZE / 4;
      if (isWhole) expect(sendgrid!.share).toBeGreaterThan(0.7);
      expect(costs.instead[0]!.provider.name).toBe('SendGrid');
    }
    expect(told).toBe(paid);
    // A price holds for all of the day in which it changes.
    const ofThatDay = rows.filter(({ at }) => Math.abs(at.getTime() - dearer) < 86_400_000).length;
    expect(Math.abs(toldInstead - instead)).toBeLessThanOrEqual(ofThatDay * 100);
  });
});

async function listed(match: ReturnType<typeof MessageSelection.parse>): Promise<number> {
  let seen = 0;
  const { count, exact } = await countMessages(testContext, match, 60_000);
  if (exact) return count;
  // Beyond a thousand it stops: part by part.
  for (const category of ['transactional', 'marketing'] as const)
    for (const provider of ['Own server', 'Amazon SES', 'SendGrid', 'Gmail'])
      for (const company of ['clinic', 'garage'])
        seen += (await countMessages(testContext, { ...match, category, provider, company }, 60_000)).count;
  return seen;
}
