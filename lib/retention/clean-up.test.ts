import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { cleanUp } from './clean-up';

useTestDatabase();

it('keeps the newest ten thousand tests of each provider', async () => {
  const [busy, calm] = [await makeProvider(), await makeProvider()];
  const tests = (providerId: string, count: number) =>
    Array.from({ length: count }, () => ({
      id: newId(),
      provider_id: providerId,
      ok: true,
      steps: sql().json([]),
      duration_ms: 1,
    }));
  const many = tests(busy.id, 10_010);
  for (const part of [many.slice(0, 5_000), many.slice(5_000)])
    await sql()`insert into provider_tests ${sql()(part)}`;
  await sql()`insert into provider_tests ${sql()(tests(calm.id, 3))}`;
  await cleanUp();
  const kept = await sql()`select id from provider_tests where provider_id = ${busy.id} order by id`;
  expect(kept.map(({ id }) => id)).toEqual(many.slice(10).map(({ id }) => id));
  expect(await sql()`select from provider_tests where provider_id = ${calm.id}`).toHaveLength(3);
});

it('keeps what changed at a provider for 90 days', async () => {
  const { id } = await makeProvider();
  for (const days of [89, 91])
    await sql()`insert into provider_changes (id, provider_id, at, type, actor)
      values (${newId()}, ${id}, now() - make_interval(days => ${days}), 'breaker_opened', 'system')`;
  await cleanUp();
  expect(await sql()`select at < now() - interval '90 days' as old from provider_changes`).toEqual([
    { old: false },
  ]);
});
