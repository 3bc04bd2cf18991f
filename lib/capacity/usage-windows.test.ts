import { beforeEach, describe, expect, it } from 'vitest';
import { mutation } from '@/lib/audit/mutation';
import { sql, type Transaction } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import type { Limit } from './limits';
import { forgetQuota, forgetWindows, giveBackUnits, leaseUnits, noteQuota } from './usage-windows';

useTestDatabase();

const DAY = { startsAt: new Date('2026-11-28T00:00:00Z'), endsAt: new Date('2026-11-29T00:00:00Z') };
const NEXT = { startsAt: DAY.endsAt, endsAt: new Date('2026-11-30T00:00:00Z') };
const MONTH = { startsAt: new Date('2026-11-01T00:00:00Z'), endsAt: new Date('2026-12-01T00:00:00Z') };

const day = (capacity: number | null, window = DAY): Limit => ({
  unit: 'day',
  capacity,
  perUnit: 1,
  ...window,
});
const budget = (capacity: number | null, perUnit: number): Limit => ({
  unit: 'budget',
  capacity,
  perUnit,
  ...MONTH,
});

let id: string;
beforeEach(async () => {
  ({ id } = await makeProvider());
});

const change = (work: (tx: Transaction, ownerId: string) => Promise<void>) =>
  mutation(testContext, 'provider.update', async (tx) => ({ result: await work(tx, id), subjectId: id }));

async function used() {
  const rows = await sql()<{ unit: string; used: number }[]>`
    select unit, used::int from usage_windows where owner_id = ${id} order by unit`;
  return Object.fromEntries(rows.map((row) => [row.unit, row.used]));
}

describe('leaseUnits', () => {
  it('grants what there is room for, and names the limit that refused more', async () => {
    expect(await leaseUnits(id, [day(10)], 7)).toEqual({ units: 7, binding: null });
    expect(await leaseUnits(id, [day(10)], 7)).toEqual({ units: 3, binding: 'day' });
    expect(await leaseUnits(id, [day(10)], 1)).toEqual({ units: 0, binding: 'day' });
    expect(await used()).toEqual({ day: 10 });
  });

  it('takes from all limits as much as the tightest has, each by its own measure', async () => {
    expect(await leaseUnits(id, [day(10), budget(1_000, 300)], 5)).toEqual({ units: 3, binding: 'budget' });
    expect(await used()).toEqual({ budget: 900, day: 3 });
  });

  it('counts what nothing limits, and refuses none of it', async () => {
    expect(await leaseUnits(id, [budget(null, 2_000_000_000)], 5)).toEqual({ units: 5, binding: null });
    const [row] = await sql()`select used from usage_windows where owner_id = ${id}`;
    expect(Number(row!.used)).toBe(10_000_000_000);
  });

  it('begins at nothing with a new window, and a late clock does not bring the old one back', async () => {
    await leaseUnits(id, [day(10)], 10);
    expect(await leaseUnits(id, [day(10, NEXT)], 4)).toEqual({ units: 4, binding: null });
    expect(await leaseUnits(id, [day(10)], 9)).toEqual({ units: 6, binding: 'day' });
    const [row] = await sql()`select starts_at from usage_windows where owner_id = ${id}`;
    expect(row!.starts_at).toEqual(NEXT.startsAt);
  });

  it('is not below nothing after a limit was lowered', async () => {
    await leaseUnits(id, [day(10)], 8);
    expect(await leaseUnits(id, [day(5)], 1)).toEqual({ units: 0, binding: 'day' });
    expect(await used()).toEqual({ day: 8 });
  });

  it('counts what a new limit has seen already, and not what was before its window', async () => {
    await sql()`
      insert into delivery_minutes (minute, provider_id, category, slot, recipients_sent, cost_micros, last_used_at)
      values ('2026-11-28T10:00Z', ${id}, 'transactional', 0, 4, 900, now()),
        ('2026-11-27T10:00Z', ${id}, 'transactional', 0, 5, 70, now())`;
    expect(await leaseUnits(id, [day(10), budget(null, 100)], 1)).toEqual({ units: 1, binding: null });
    expect(await used()).toEqual({ day: 5, budget: 1_070 });
  });
});

describe('giveBackUnits', () => {
  it('returns what was not spent, by the measure of each limit', async () => {
    const limits = [day(10), budget(1_000, 100)];
    await leaseUnits(id, limits, 5);
    await giveBackUnits(id, limits, 2);
    expect(await used()).toEqual({ budget: 300, day: 3 });
  });

  it('returns nothing to another window than it was leased of, and never more than is taken', async () => {
    await leaseUnits(id, [day(10)], 5);
    await leaseUnits(id, [day(10, NEXT)], 3);
    await giveBackUnits(id, [day(10)], 5);
    expect(await used()).toEqual({ day: 3 });
    await giveBackUnits(id, [day(10, NEXT)], 9);
    expect(await used()).toEqual({ day: 0 });
  });
});

describe('a quota of which the provider itself tells', () => {
  const until = new Date('2026-12-01T00:00:00Z');
  const told = async () =>
    (await sql()`select full_until from usage_windows where owner_id = ${id} and unit = 'provider'`).map(
      ({ full_until }) => full_until,
    );

  it('is noted as last told, and asked anew once somebody changed the provider', async () => {
    await noteQuota(id, new Date('2026-11-30T00:00:00Z'));
    await noteQuota(id, until);
    expect(await told()).toEqual([until]);
    await change(forgetQuota);
    expect(await told()).toEqual([null]);
  });

  it('is not noted of a provider that is gone', async () => {
    await change(forgetWindows);
    await sql()`delete from providers where id = ${id}`;
    await noteQuota(id, until);
    expect(await told()).toEqual([]);
  });

  it('goes with its owner, and with it all that was counted; nobody else loses anything', async () => {
    const { id: other } = await makeProvider();
    for (const owner of [id, other]) await leaseUnits(owner, [day(10)], 1);
    await noteQuota(id, until);
    await change(forgetWindows);
    expect(await used()).toEqual({});
    expect(await sql()`select from usage_windows where owner_id = ${other}`).toHaveLength(1);
  });
});
