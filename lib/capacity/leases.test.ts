import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { loadProvider } from '@/lib/providers/load';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { hasRoomInHand, isLimited, leaseRoom, returnLeases } from './leases';

useTestDatabase();
beforeEach(() => returnLeases());

async function makeRow(input: Parameters<typeof makeProvider>[0]) {
  const { id } = await makeProvider(input);
  return (await loadProvider(id))!.row;
}

const used = async (id: string) =>
  (await sql()`select used::int from usage_windows where owner_id = ${id} and unit = 'month'`)[0]?.used;

describe('isLimited', () => {
  it.each([
    [{}, false],
    [{ limits: { second: 5 } }, false],
    [{ limits: { minute: 5 } }, true],
    [{ budget: { monthly: '10', hard: true } }, false],
    [{ budget: { monthly: '10', hard: false }, costPerMessage: '0.1' }, true],
  ])('of %j is %s', async (input, expected) => {
    expect(isLimited(await makeRow(input))).toBe(expected);
  });
});

describe('leaseRoom', () => {
  it('takes a hundredth of the limit along, from which the next ones are served without asking', async () => {
    const row = await makeRow({ limits: { month: 1000 } });
    expect(await leaseRoom(row, 1, false)).toMatchObject({ ok: true });
    // 900 for those that are not urgent: nine in hand.
    expect(await used(row.id)).toBe(10);
    for (let n = 0; n < 9; n++) expect(leaseRoom(row, 1, false)).toMatchObject({ ok: true });
    expect(hasRoomInHand(row.id)).toBe(false);
    expect(await used(row.id)).toBe(10);
  });

  it('takes no more than 64 along of a limit that is large', async () => {
    const row = await makeRow({ limits: { month: 1_000_000 } });
    await leaseRoom(row, 1, false);
    expect(await used(row.id)).toBe(65);
  });

  it('says which limit is full and until when; the urgent have the last tenth', async () => {
    const row = await makeRow({ limits: { month: 10 } });
    const leases = await Promise.all(Array.from({ length: 10 }, () => leaseRoom(row, 1, false)));
    expect(leases.filter(({ ok }) => ok)).toHaveLength(9);
    const { startsAt } = (
      await sql()`
      select starts_at as "startsAt" from usage_windows where owner_id = ${row.id}`
    )[0]!;
    const until = new Date(Date.UTC(startsAt.getUTCFullYear(), startsAt.getUTCMonth() + 1, 1));
    expect(leases).toContainEqual({ ok: false, full: { unit: 'month', until } });
    expect(await leaseRoom(row, 1, true)).toMatchObject({ ok: true });
    expect(await leaseRoom(row, 1, true)).toEqual({ ok: false, full: { unit: 'month', until } });
    expect(await used(row.id)).toBe(10);
  });

  it('lets through a message with more recipients than the whole limit, and counts what the limit has', async () => {
    const row = await makeRow({ limits: { month: 2 } });
    expect(await leaseRoom(row, 50, false)).toMatchObject({ ok: true });
    expect(await used(row.id)).toBe(1);
  });
});

describe('what is not spent', () => {
  it('serves the next one, and goes back to all workers when this one ends', async () => {
    const row = await makeRow({ limits: { month: 10 } });
    const lease = await leaseRoom(row, 5, false);
    expect(hasRoomInHand(row.id)).toBe(false);
    if (lease.ok) lease.giveBack(2);
    expect(hasRoomInHand(row.id)).toBe(true);
    expect(leaseRoom(row, 1, false)).toMatchObject({ ok: true });
    await returnLeases();
    expect([hasRoomInHand(row.id), await used(row.id)]).toEqual([false, 3]);
  });

  it('stays in hand for two seconds after somebody asked for it', async () => {
    const row = await makeRow({ limits: { month: 1000 } });
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await leaseRoom(row, 1, false);
    vi.setSystemTime(Date.now() + 1_999);
    await returnLeases(true);
    expect([hasRoomInHand(row.id), await used(row.id)]).toEqual([true, 10]);
    vi.setSystemTime(Date.now() + 1);
    await returnLeases(true);
    expect([hasRoomInHand(row.id), await used(row.id)]).toEqual([false, 1]);
  });
});
