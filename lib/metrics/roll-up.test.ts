import postgres from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_PROVIDER } from '@/drizzle/schema/delivery';
import { sql } from '@/lib/database/db';
import { updateSettings } from '@/lib/settings/update';
import { getMetrics } from '@/lib/statistics/metrics';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { COUNT_SUMS, FIGURES_LOCK } from './counts';
import { deliveryFigures } from './figures';
import { grainOf } from './grain';
import { rollUp } from './roll-up';

useTestDatabase();

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const hourOf = (date: Date) => new Date(Math.floor(date.getTime() / HOUR_MS) * HOUR_MS);
const hourAgo = (hours: number, minutes = 0) =>
  new Date(hourOf(new Date()).getTime() - hours * HOUR_MS + minutes * MINUTE_MS);

async function count(minute: Date, sent: number, { slot = 0, category = 'transactional' } = {}) {
  await sql()`
    insert into delivery_minutes (minute, provider_id, category, slot, attempts_sent, messages_sent, cost_micros, last_used_at)
    values (${minute}, ${NO_PROVIDER}, ${category}, ${slot}, ${sent}, ${sent}, ${sent * 800}, ${minute})
    on conflict (minute, provider_id, channel, company_id, type, category, slot) do update
      set attempts_sent = delivery_minutes.attempts_sent + excluded.attempts_sent`;
}

beforeEach(async () => {
  await sql()`delete from delivery_minutes`;
  await sql()`delete from delivery_hours`;
  await sql()`delete from delivery_days`;
  await sql()`update providers set time_zone = null`;
  await updateSettings(testContext, { general: { timeZone: 'UTC' } });
});

/** Twelve two hours ago, in two slots and two minutes, and seven of another category just now. */
async function countSome() {
  await count(hourAgo(2, 1), 3, { slot: 1 });
  await count(hourAgo(2, 1), 4, { slot: 2 });
  await count(hourAgo(2, 59), 5);
  await count(hourAgo(0, 0), 7, { category: 'marketing' });
}

const hours = () => sql()`select * from delivery_hours order by hour, category`;
const days = () => sql()`select * from delivery_days order by day, category`;
const sums = async (table: string) => (await sql().unsafe(`select ${COUNT_SUMS} from ${table}`))[0];
async function sentSince(from?: Date): Promise<number> {
  const [row] =
    await sql()`select coalesce(sum(attempts_sent), 0)::int as sent from ${deliveryFigures({ from })} f`;
  return row!.sent;
}

describe('rollUp', () => {
  it('folds the slots of all minutes into hours, and hours into days', async () => {
    await countSome();
    await rollUp();
    expect(await hours()).toMatchObject([
      {
        hour: hourAgo(2),
        category: 'transactional',
        attempts_sent: 12,
        cost_micros: '9600',
        last_used_at: hourAgo(2, 59),
      },
      { hour: hourAgo(0), category: 'marketing', attempts_sent: 7 },
    ]);
    expect(await sums('delivery_days')).toEqual(await sums('delivery_minutes'));
  });

  it('run twice, or by two workers at once, writes the same rows', async () => {
    await countSome();
    await rollUp();
    const before = [await hours(), await days()];
    expect(before[0]).toHaveLength(2);
    await Promise.all([rollUp(), rollUp(), rollUp()]);
    expect([await hours(), await days()]).toEqual(before);
  });

  it('does not wait while somebody else folds or rebuilds', async () => {
    await countSome();
    await rollUp();
    await count(hourAgo(0, 1), 9);
    const before = await hours();
    const other = postgres(process.env.DATABASE_URL!, { max: 1 });
    try {
      await other`select pg_advisory_lock(${FIGURES_LOCK})`;
      await rollUp();
      expect(await hours()).toEqual(before);
    } finally {
      await other.end();
    }
  });

  it('takes in what was counted late, in the hour before the newest', async () => {
    await countSome();
    await count(hourAgo(1, 30), 100);
    await rollUp();
    await count(hourAgo(1, 30), 11);
    await rollUp();
    expect(await sums('delivery_hours')).toMatchObject({ attempts_sent: '130' });
    expect(await sums('delivery_days')).toMatchObject({ attempts_sent: '130' });
  });

  it('keeps the hours of a day that are not folded again', async () => {
    const noon = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2);
    for (let hour = 0; hour < 11; hour++) await count(new Date(noon.getTime() + hour * HOUR_MS), 1);
    await rollUp();
    await sql()`delete from delivery_minutes where minute < ${new Date(noon.getTime() + 9 * HOUR_MS)}`;
    await count(new Date(noon.getTime() + 10 * HOUR_MS), 5);
    await rollUp();
    expect(await days()).toMatchObject([{ attempts_sent: 16 }]);
  });

  it('catches up after days without a worker, and forgets old minutes only once they are folded', async () => {
    await count(hourAgo(24 * 9), 1);
    await rollUp();
    await count(hourAgo(24 * 8), 2);
    await count(hourAgo(24 * 6), 4);
    await count(hourAgo(24 * 2), 8);
    await sql()`delete from delivery_minutes where minute = ${hourAgo(24 * 9)}`;
    await rollUp();
    expect((await hours()).map((row) => row.attempts_sent)).toEqual([1, 2, 4, 8]);
    expect(await sums('delivery_days')).toMatchObject({ attempts_sent: '15' });
    const kept = await sql()`select minute from delivery_minutes order by minute`;
    expect(kept.map((row) => row.minute)).toEqual([hourAgo(24 * 2)]);
  });
});

describe('deliveryFigures', () => {
  /** Each twice as many as the one before, folded as soon as it is there. */
  async function countAges(check: (index: number) => Promise<void> = async () => undefined) {
    const moments = [
      hourAgo(24 * 40),
      hourAgo(24 * 9, 5),
      hourAgo(30),
      hourAgo(23),
      hourAgo(3),
      hourAgo(1, 59),
      hourAgo(0),
    ];
    for (const [index, moment] of moments.entries()) {
      await count(moment, 2 ** index);
      await check(index);
      await rollUp();
      await check(index);
    }
  }

  it('counts everything once, whatever is folded', () =>
    countAges(async (index) => expect(await sentSince()).toBe(2 ** (index + 1) - 1)));

  it('begins where it is told, to the hour', async () => {
    await countAges();
    for (const [index, hour] of [24 * 40, 24 * 9, 30, 23, 3, 1, 0].entries())
      expect(await sentSince(hourAgo(hour))).toBe(2 ** 7 - 2 ** index);
    // An hour that has begun before does not count.
    expect(await sentSince(hourAgo(24 * 9, 1))).toBe(2 ** 7 - 2 ** 2);
  });

  it('finds hours of any day since `hoursFrom`', async () => {
    await countAges();
    const from = hourAgo(24 * 10);
    const rows = await sql()<{ at: Date }[]>`
      select at from ${deliveryFigures({ from, hoursFrom: from })} f order by at`;
    expect(rows[0]?.at).toEqual(hourAgo(24 * 9));
  });
});

describe('time zones that are not whole hours from UTC', () => {
  it.each([
    [60, ['UTC', 'America/Asuncion', 'Europe/Madrid']],
    [30, ['UTC', 'Asia/Kolkata']],
    [30, ['Australia/Lord_Howe']],
    [30, ['America/St_Johns']],
    [15, ['Asia/Kathmandu', 'Europe/Madrid']],
    [15, ['Pacific/Chatham']],
  ])('need rows of %i minutes: %j', (minutes, zones) => {
    for (const month of [0, 6]) expect(grainOf(zones, new Date(Date.UTC(2026, month, 10)))).toBe(minutes);
  });

  const midnight = (daysAgo: number, minutes: number) =>
    new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - daysAgo * DAY_MS + minutes * MINUTE_MS);
  const setZone = (timeZone: string) => updateSettings(testContext, { general: { timeZone } });
  const sentByDay = async (from: Date) => {
    const { data } = await getMetrics(testContext, { interval: 'day', from: from.toISOString() });
    return data.map(({ sent }) => sent).filter((sent) => sent > 0);
  };

  it.each([
    ['Asia/Kolkata', 24 * 60 - 330],
    ['Asia/Kathmandu', 24 * 60 - 345],
  ])('days begin at the minute in %s, also once minutes are forgotten', async (zone, begin) => {
    await setZone(zone);
    await count(midnight(10, begin - 1), 1);
    await count(midnight(10, begin), 2);
    await count(midnight(9, begin - 1), 4);
    await count(midnight(9, begin), 8);
    await count(hourAgo(0), 16);
    for (const _ of [1, 2]) await rollUp();
    expect(await sql()`select from delivery_minutes`).toHaveLength(1);
    expect(await sentByDay(midnight(10, begin - 60))).toEqual([1, 6, 8, 16]);
    expect(await sentSince()).toBe(31);
  });

  it('go by the zone of a provider as well, whose limits are counted from the figures', async () => {
    await makeProvider({ timeZone: 'Asia/Kathmandu' });
    await count(hourAgo(2, 44), 1);
    await count(hourAgo(2, 45), 2);
    await rollUp();
    expect((await hours()).map((row) => row.hour)).toEqual([hourAgo(2, 30), hourAgo(2, 45)]);
  });

  it('stop nothing where one is none that this version knows', async () => {
    const { id } = await makeProvider();
    await sql()`update providers set time_zone = 'Mars/Base' where id = ${id}`;
    await count(hourAgo(2, 44), 1);
    await rollUp();
    expect((await hours()).map((row) => row.hour)).toEqual([hourAgo(2)]);
  });

  it('count everything once while the zone changes', async () => {
    for (const zone of ['UTC', 'Asia/Kolkata', 'UTC', 'Asia/Kathmandu', 'Asia/Kolkata', 'UTC']) {
      await setZone(zone);
      for (const minute of [5, 20, 40, 50]) await count(hourAgo(1, minute), 1);
      const before = await sentSince();
      await rollUp();
      expect(await sentSince()).toBe(before);
      expect((await sums('delivery_hours'))?.attempts_sent).toBe(String(before));
      expect((await sums('delivery_days'))?.attempts_sent).toBe(String(before));
    }
    expect((await hours()).map((row) => row.hour)).toEqual([hourAgo(1)]);
  });
});
