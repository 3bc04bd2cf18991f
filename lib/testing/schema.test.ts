import { globSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from './database';

useTestDatabase();

type Table = {
  columns: Record<string, string>;
  primaryKey: string[];
  indexes: string[];
  references: string[];
};

/** The migrations are finished by hand; this is what keeps them and the schema the same. */
it('the migrated database is what the drizzle schema says', async () => {
  const declared = await readDeclared();
  expect(Object.keys(declared).length).toBeGreaterThan(15);
  expect(await readLive()).toEqual(declared);
});

async function readDeclared(): Promise<Record<string, Table>> {
  const modules = await Promise.all(
    globSync('drizzle/schema/*.ts').map((file) => import(/* @vite-ignore */ `../../${file}`)),
  );
  const tables = modules.flatMap((module) => Object.values(module)).filter((value) => is(value, PgTable));
  return Object.fromEntries(tables.map((table) => [getTableConfig(table).name, describeTable(table)]));
}

function describeTable(table: PgTable): Table {
  const { columns, primaryKeys, indexes, uniqueConstraints, foreignKeys } = getTableConfig(table);
  const own = columns.filter((column) => column.primary).map((column) => column.name);
  return {
    columns: Object.fromEntries(
      columns.map((column) => [
        column.name,
        describeColumn(
          column.getSQLType().replace(' (', '('),
          column.notNull,
          column.generated ? 'generated' : column.hasDefault && 'default',
        ),
      ]),
    ),
    primaryKey: [...own, ...primaryKeys.flatMap((key) => key.columns.map((column) => column.name))],
    indexes: indexes
      .map(({ config }) => `${config.name}${config.unique ? ' unique' : ''}${config.where ? ' partial' : ''}`)
      .concat(uniqueConstraints.map((constraint) => `${constraint.getName()} unique`))
      .toSorted(),
    references: foreignKeys
      .map((key) => `${getTableConfig(key.reference().foreignTable).name} ${key.onDelete}`)
      .toSorted(),
  };
}

type Default = 'default' | 'generated' | false | null;

function describeColumn(type: string, required: boolean, filled: Default): string {
  return `${type}${required ? ' not null' : ''}${filled ? ` ${filled}` : ''}`;
}

/** Tables of ours without their partitions, which repeat them. */
async function readLive(): Promise<Record<string, Table>> {
  const rows = await sql()<
    {
      name: string;
      columns: { name: string; type: string; required: boolean; filled: Default }[];
      primaryKey: string[];
      indexes: string[];
      references: string[];
    }[]
  >`
    select c.relname as name,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
          'required', attnotnull, 'filled',
          case when attgenerated <> '' then 'generated' when atthasdef then 'default' end) order by attnum)
        from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      (select coalesce(json_agg(a.attname order by k.n), '[]') from pg_index i
        cross join unnest(i.indkey) with ordinality as k(attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as "primaryKey",
      (select coalesce(json_agg(x.relname || case when i.indisunique then ' unique' else '' end
          || case when i.indpred is null then '' else ' partial' end order by x.relname), '[]')
        from pg_index i join pg_class x on x.oid = i.indexrelid
        where i.indrelid = c.oid and not i.indisprimary) as indexes,
      (select coalesce(json_agg(t.relname || case f.confdeltype when 'c' then ' cascade' when 'n' then ' set null' else ' no action' end), '[]')
        from pg_constraint f join pg_class t on t.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f') as "references"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;
  return Object.fromEntries(
    rows.map(({ name, columns, primaryKey, indexes, references }) => [
      name,
      {
        columns: Object.fromEntries(
          columns.map((column) => [column.name, describeColumn(column.type, column.required, column.filled)]),
        ),
        primaryKey,
        indexes,
        // By no order of the catalogue, which changes.
        references: references.toSorted(),
      },
    ]),
  );
}
