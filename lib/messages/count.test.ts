import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { PARTITIONED } from '@/lib/database/partitions';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { countMessages } from './count';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));

beforeEach(async () => {
  for (const table of PARTITIONED) await sql()`delete from ${sql()(table)}`;
});

/** As that one, so many times; ids a little apart. */
async function copy(id: string, count: number): Promise<void> {
  for (const [table, key] of [
    ['messages', 'id'],
    ['message_bodies', 'message_id'],
  ] as const) {
    const [row] = await sql()<{ columns: string }[]>`
      select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
      where table_name = ${table} and column_name <> ${key}`;
    await sql().unsafe(
      `insert into ${table} (${key}, ${row!.columns})
       select (left($1, 24) || lpad(to_hex(n), 12, '0'))::uuid, ${row!.columns}
       from ${table}, generate_series(1, $2::int) n where ${key} = $1::uuid`,
      [id, count],
    );
  }
}

it('counts what matches, up to a thousand, and then says that there are more', async () => {
  const { id } = await makeMessage({ to: 'ana@example.com', subject: 'Factura 1', tags: ['billing'] });
  await makeMessage({ to: 'eva@example.com' });
  await copy(id, 999);
  expect(await countMessages(testContext, { tag: 'billing' }, Infinity)).toEqual({
    count: 1000,
    exact: true,
  });
  expect(await countMessages(testContext, { q: 'eva@example.com' }, Infinity)).toEqual({
    count: 1,
    exact: true,
  });
  expect(await countMessages(testContext, {}, Infinity)).toEqual({ count: 1000, exact: false });
  expect(await countMessages(testContext, { q: 'nobody' }, Infinity)).toEqual({ count: 0, exact: true });
});

it('tells what it has met so far when it takes too long', async () => {
  const { id } = await makeMessage({ to: 'ana@example.com', tags: ['billing'] });
  await copy(id, 599);
  const { count, exact } = await countMessages(testContext, { tag: 'billing' }, 0);
  expect(exact).toBe(false);
  expect(count).toBeLessThan(600);
});
