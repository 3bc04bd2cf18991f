import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { sessionUrl } from './database-url';
import { sql } from './db';
import { onOwnConnection } from './own-connection';
import { holder } from './pools';

useTestDatabase();

it('takes fragments of the pool also where the pool was made by another copy of the driver', async () => {
  // As in the web process: what serves Next is loaded one way, and Next loads what it bundles another way.
  sql();
  const here = holder.relevoPostgres;
  const pools = holder.relevoPools!;
  holder.relevoPostgres = createRequire(import.meta.url)('postgres');
  expect(holder.relevoPostgres).not.toBe(here);
  const other = holder.relevoPostgres!(sessionUrl(), { max: 1 });
  holder.relevoPools = { ...pools, sql: other };
  try {
    const rows = await onOwnConnection((own) => own`select ${sql()`${13}::int + 1`} as sum`);
    expect(rows).toEqual([{ sum: 14 }]);
  } finally {
    holder.relevoPools = pools;
    holder.relevoPostgres = here;
    await other.end();
  }
});
