import { expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from './database';

useTestDatabase();

test('a test file gets a migrated UTF-8 database of its own', async () => {
  const [row] = await sql()`select current_database() as name, getdatabaseencoding() as encoding`;
  expect(row?.name).toMatch(/^relevo_test_/);
  expect(row?.encoding).toBe('UTF8');
  const tables =
    await sql()`select 1 from pg_tables where tablename in ('messages', 'providers', 'settings')`;
  expect(tables).toHaveLength(3);
});
