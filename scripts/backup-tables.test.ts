import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LEFT_OUT, listTables } from '@/lib/backup/tables';
import { databaseUrl } from '@/lib/database/database-url';
import { useTestDatabase } from '@/lib/testing/database';
import { OWNERS } from './table-owners';

useTestDatabase();

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: databaseUrl() });
  await client.connect();
});
afterAll(() => client.end());

it('every table is in a backup, or left out by name', async () => {
  const names = (await listTables(client)).map(({ name }) => name);
  expect([...names, ...Object.keys(LEFT_OUT)].toSorted()).toEqual(Object.keys(OWNERS).toSorted());
});

it('no number is given out by the database itself, which would begin anew', async () => {
  const { rows } = await client.query("select sequencename from pg_sequences where schemaname = 'public'");
  expect(rows).toEqual([]);
});

it('parents come before what names them', async () => {
  const names = (await listTables(client)).map(({ name }) => name);
  const { rows } = await client.query<{ child: string; parent: string }>(`
    select c.relname as child, p.relname as parent from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.oid <> p.oid and not c.relispartition`);
  const kept = rows.filter(({ child }) => names.includes(child));
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter(({ child, parent }) => names.indexOf(parent) > names.indexOf(child))).toEqual([]);
});
