import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { ensurePartitions } from '@/lib/database/partitions';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { sendAgain } from '@/lib/intake/send-again';
import { cancelMessage } from '@/lib/messages/cancel';
import { resendMessage } from '@/lib/messages/resend';
import { resendMessages } from '@/lib/messages/resend-many';
import { ResendInput } from '@/lib/messages/schema';
import { currentSettings } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { COUNT_COLUMNS } from './counts';
import { rebuildRollUps } from './rebuild';
import { rollUp } from './roll-up';

useDatabaseForEachTest();

const worker = newId();
const DAY_MS = 86_400_000;
const ADDRESSES = [
  'ana@example.com',
  'bounce@sandbox.test',
  'throttle@sandbox.test',
  'down@sandbox.test',
  'down+first@sandbox.test',
  'down+second@sandbox.test',
];

/** Set SEED to try other deliveries. */
const SEED = Number(process.env.SEED ?? 7);
let state = SEED;
function random(below: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)]!;

beforeEach(async () => {
  state = SEED;
  // Weeks that were not dropped yet, so that the past of this test is remembered whatever day it is today.
  await ensurePartitions(sql(), 4, new Date(Date.now() - 21 * DAY_MS));
  await makeCompany({ name: 'Clinic', key: 'clinic' });
  await makeProvider({ name: 'first', priority: 90, costPerMessage: '0.001' });
  await makeProvider({
    name: 'second',
    priority: 50,
    costPerMessage: '0.0125',
    categories: ['transactional'],
  });
  await updateSettings(testContext, {
    // Its days begin at a quarter past, so figures are kept by the quarter.
    general: { timeZone: 'Asia/Kathmandu' },
    delivery: {
      breaker: { failures: 1_000, unhealthyBelowPercent: 0 },
      retries: { faultMinutes: [], deferralMinutes: [], immediateTries: 1 },
    },
  });
  await currentSettings();
});

async function deliverSome(count: number, addresses = ADDRESSES): Promise<void> {
  const made = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      makeMessage({
        company: index % 3 === 0 ? 'clinic' : undefined,
        to: Array.from({ length: 1 + random(2) }, () => oneOf(addresses)),
        category: oneOf(['transactional', 'transactional', 'marketing']),
        providers: oneOf([undefined, undefined, ['second'], ['first', 'second']]),
      }),
    ),
  );
  await deliverMessages(
    worker,
    made.map(({ id }) => id),
  );
}

/** In doubt, though the last word on them is about another recipient. */
async function deliverDoubtful(): Promise<void> {
  const made = await Promise.all(
    ['throttle', 'bounce', 'ana'].map((name) =>
      makeMessage({ to: ['timeout@sandbox.test', `${name}@sandbox.test`], category: 'marketing' }),
    ),
  );
  await deliverMessages(
    worker,
    made.map(({ id }) => id),
  );
}

/** Some of them in the end: a person leaves it at that. */
async function cancelSome(limit: number): Promise<void> {
  const rows = await sql()<
    { id: string }[]
  >`select id from messages where status = 'uncertain' order by id limit ${limit}`;
  for (const row of rows) await cancelMessage(testContext, row);
}

async function resendSome(limit: number): Promise<void> {
  const filter = { status: ['parked', 'bounced', 'failed', 'uncertain'] };
  await resendMessages(testContext, ResendInput.parse({ filter, limit }));
  const due = await sql()<{ id: string }[]>`select id from messages where due_at <= now()`;
  await deliverMessages(
    worker,
    due.map(({ id }) => id),
  );
}

/** Two that others have: one goes once more to who was refused, one to a corrected address. */
async function resendRefused(): Promise<void> {
  const to = ['ana@example.com', 'bounce@sandbox.test'];
  const made = await Promise.all([makeMessage({ to }), makeMessage({ to })]);
  const ids = made.map(({ id }) => id);
  await deliverMessages(worker, ids);
  const correct = { 'bounce@sandbox.test': 'luis@example.com' };
  const follower = await sendAgain(testContext, { id: ids[1]!, correct });
  await resendMessage(testContext, { id: ids[0]! });
  await deliverMessages(worker, [...ids, follower.id]);
}

/** As if all of it had happened earlier. */
async function age(hours: number): Promise<void> {
  const by = `${hours} hours`;
  await sql()`update attempts set started_at = started_at - ${by}::interval, finished_at = finished_at - ${by}::interval`;
  await sql()`update messages set finished_at = finished_at - ${by}::interval, accepted_at = accepted_at - ${by}::interval`;
  await sql()`update response_counts set quarter = quarter - ${by}::interval`;
  await sql()`update events set at = at - ${by}::interval`;
  await sql()`update delivery_minutes set minute = minute - ${by}::interval`;
  await sql()`update failover_hours set hour = hour - ${by}::interval`;
}

/** All that can become of a message, on four days, folded. */
async function deliverOverDays(): Promise<void> {
  for (const hours of [24 * 9, 26, 2, 0]) {
    await deliverSome(30);
    await resendSome(10);
    await age(hours);
  }
  await rollUp();
}

/** Sums by the hour; a minute's rows are written in slots, and what was corrected may be in any. */
async function figures() {
  const columns = sql().unsafe(COUNT_COLUMNS);
  const names = COUNT_COLUMNS.split(', ')
    .map((name) => `sum(${name})::int as ${name}`)
    .join(', ');
  return {
    minutes: await sql().unsafe(`
      select date_trunc('hour', minute) as hour, provider_id, category, ${names} from delivery_minutes
      group by 1, 2, 3 having sum(attempts_sent + attempts_failed + messages_sent + messages_failed + messages_parked) > 0
      order by 1, 2, 3`),
    hours: await sql()`select hour, provider_id, category, ${columns} from delivery_hours order by 1, 2, 3`,
    days: await sql()`select day, provider_id, category, ${columns} from delivery_days order by 1, 2, 3`,
    responses: await sql()`select * from response_counts order by 1, 2, 3, 4, 5, 6`,
    failovers: await sql()`select * from failover_hours order by hour, from_id, to_id, company_id`,
  };
}

describe(`rebuildRollUps (SEED=${SEED})`, () => {
  it('tells the same figures as counting did', async () => {
    // They keep silent for seconds, so they come once.
    await deliverDoubtful();
    await cancelSome(2);
    await resendRefused();
    await deliverSome(8, ['timeout@sandbox.test', ...ADDRESSES]);
    await deliverOverDays();
    const counted = await figures();
    expect(counted.hours.length).toBeGreaterThan(8);
    for (const column of ['failovers', 'messages_parked', 'messages_failed', 'attempts_faulty'])
      expect(
        counted.hours.some((row) => row[column] > 0),
        column,
      ).toBe(true);
    expect(counted.failovers.length).toBeGreaterThan(3);
    expect(counted.responses.some(({ bounced }) => bounced > 0)).toBe(true);
    expect(new Set(counted.failovers.map(({ company_id }) => company_id)).size).toBe(2);
    const rebuilt = await rebuildRollUps(testContext);
    expect(await figures()).toEqual(counted);
    expect(rebuilt).toMatchObject({ hours: counted.hours.length, days: counted.days.length });
  }, 60_000);

  it('gives them back when all of them are lost, and when some are wrong', async () => {
    await deliverOverDays();
    const { hours, days, failovers } = await figures();
    await sql()`delete from failover_hours`;
    await sql()`delete from delivery_hours`;
    await sql()`delete from delivery_days`;
    await sql()`delete from delivery_minutes`;
    await rebuildRollUps(testContext);
    expect(await figures()).toMatchObject({ hours, days, failovers });
    await sql()`update delivery_hours set attempts_sent = attempts_sent + 5`;
    await sql()`update delivery_days set cost_micros = 1`;
    await sql()`update failover_hours set failovers = failovers + 2, extra_cost_micros = 0`;
    await sql()`
      insert into failover_hours (hour, from_id, to_id, failovers, extra_cost_micros)
      select hour, to_id, to_id, 3, 3 from failover_hours limit 1`;
    await sql()`update delivery_minutes set messages_sent = messages_sent + 3`;
    await rebuildRollUps(testContext);
    expect(await figures()).toMatchObject({ hours, days, failovers });
    await rollUp();
    expect(await figures()).toMatchObject({ hours, days, failovers });
  }, 60_000);

  it('counts on while deliveries go on', async () => {
    const going = Promise.all([deliverSome(20), deliverSome(20), deliverSome(20)]);
    await rebuildRollUps(testContext);
    await going;
    await rollUp();
    const counted = await figures();
    await rebuildRollUps(testContext);
    expect(await figures()).toEqual(counted);
  });

  it('leaves figures alone that are older than the messages', async () => {
    await deliverSome(20);
    await rollUp();
    const [row] = await sql()<
      { providerId: string }[]
    >`select provider_id as "providerId" from delivery_hours limit 1`;
    const hour = new Date(Date.now() - 60 * DAY_MS);
    await sql()`
      insert into delivery_hours (hour, provider_id, category, attempts_sent, last_used_at)
      values (date_trunc('hour', ${hour}::timestamptz), ${row!.providerId}, 'marketing', 7, ${hour})`;
    await sql()`
      insert into delivery_days (day, provider_id, category, attempts_sent, last_used_at)
      values (${hour}::date, ${row!.providerId}, 'marketing', 7, ${hour})`;
    await sql()`
      insert into failover_hours (hour, from_id, to_id, failovers, extra_cost_micros)
      values (date_trunc('hour', ${hour}::timestamptz), ${row!.providerId}, ${newId()}, 7, 0)`;
    const before = await figures();
    await rebuildRollUps(testContext);
    const after = await figures();
    expect(after.hours[0]).toMatchObject({ attempts_sent: 7 });
    expect(after.days).toEqual(before.days);
    expect(after.failovers).toEqual(before.failovers);
  });
});
