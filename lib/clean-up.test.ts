import { expect, it } from 'vitest';
import { cleanUp } from './clean-up';
import { sql } from './db';
import { newId } from './ids';
import { useTestDatabase } from './testing/database';
import { makeProvider } from './testing/factories';

useTestDatabase();

it('keeps the newest thousand tests of each provider', async () => {
  const [busy, calm] = [await makeProvider(), await makeProvider()];
  const tests = (providerId: string, count: number) =>
    Array.from({ length: count }, () => ({
      id: newId(),
      provider_id: providerId,
      ok: true,
      steps: sql().json([]),
      duration_ms: 1,
    }));
  const many = tests(busy.id, 1_010);
  await sql()`insert into provider_tests ${sql()(many)}`;
  await sql()`insert into provider_tests ${sql()(tests(calm.id, 3))}`;
  await cleanUp();
  const kept = await sql()`select id from provider_tests where provider_id = ${busy.id} order by id`;
  expect(kept.map(({ id }) => id)).toEqual(many.slice(10).map(({ id }) => id));
  expect(await sql()`select from provider_tests where provider_id = ${calm.id}`).toHaveLength(3);
});
