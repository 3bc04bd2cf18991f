import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { loadProvider } from '@/lib/providers/load';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { roomOf } from './room';

useTestDatabase();

async function roomFor(
  input: Parameters<typeof makeProvider>[0],
  used: Record<string, number> = {},
  startsAt = new Date('2999-01-01'),
) {
  const { id } = await makeProvider(input);
  for (const [unit, count] of Object.entries(used))
    await sql()`insert into usage_windows (owner_id, unit, starts_at, used) values (${id}, ${unit}, ${startsAt}, ${count})`;
  return roomOf((await loadProvider(id))!.row);
}

it('is without an end where nothing limits the provider', async () => {
  expect(await roomFor({})).toBe(Number.POSITIVE_INFINITY);
});

it('keeps a tenth of each limit for the urgent', async () => {
  expect(await roomFor({ limits: { day: 100 } }, { day: 30 })).toBe(60);
});

it('is that of the tightest limit, in whole recipients where a budget pays for them', async () => {
  const input = { limits: { day: 100 }, costPerMessage: '3', budget: { monthly: '10', hard: true } };
  expect(await roomFor(input, { day: 30 })).toBe(3);
  expect(await roomFor(input, { day: 88, budget: 1_500_000 })).toBe(2);
});

it('is not made less by a budget that only counts, nor by a window that is over', async () => {
  expect(await roomFor({ costPerMessage: '3', budget: { monthly: '10', hard: false } })).toBe(
    Number.POSITIVE_INFINITY,
  );
  expect(await roomFor({ limits: { day: 100 } }, { day: 90 }, new Date('2020-01-01'))).toBe(90);
});

it('is never less than nothing', async () => {
  expect(await roomFor({ limits: { day: 100 } }, { day: 95 })).toBe(0);
});
