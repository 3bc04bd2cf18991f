import { sql } from '@/lib/database/db';
import { textColumns } from '@/lib/database/replace-text';

type Plant = {
  address: string;
  /** Of the message whose rows are planted in, in tables that have such a key. */
  id: string;
  key: Record<string, string>;
  /** Tables, and columns by `table.column`, that are left alone. */
  except: (place: string) => boolean;
};

/** Puts an address into every text of every table: where there is no row, into one that is made of nothing else. */
export async function plantEverywhere({ address, id, key, except }: Plant): Promise<void> {
  for (const [table, all] of await textColumns()) {
    if (except(table)) continue;
    const checked = await checkedColumns(table);
    const columns = all.filter(({ name }) => !except(`${table}.${name}`) && !checked.has(name));
    await sql().begin(async (tx) => {
      // No row that it refers to has to be there, and no trigger looks.
      await tx`set local session_replication_role = replica`;
      const where = key[table] ? `where "${key[table]}" = '${id}'` : '';
      const [known] = await tx.unsafe(`select from "${table}" ${where} limit 1`);
      if (!known) await tx.unsafe(await emptyRow(table, key[table] ? { [key[table]]: id } : {}));
      const set = columns.map(({ name, type }) => `"${name}" = ${plantedValue(name, type, address)}`);
      if (set.length > 0)
        await tx.unsafe(
          `update "${table}" set ${set.join(', ')} where ctid = (select min(ctid) from "${table}" ${where}) ${where.replace('where', 'and')}`,
        );
    });
  }
}

/** Where the database takes some words alone. */
async function checkedColumns(table: string): Promise<Set<string>> {
  const rows = await sql()<{ name: string }[]>`
    select a.attname as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.conrelid = ${table}::regclass and c.contype = 'c'`;
  return new Set(rows.map(({ name }) => name));
}

/** Behind the end of a line, as it stands in the text of JSON; a list stays one. */
function plantedValue(name: string, type: string, address: string): string {
  // As far as whatever reads a list of recipients goes.
  const other = { kind: 'to', address: 'other@clinic.example', status: 'delivered' };
  const json = JSON.stringify({ ...other, said: `line\n${address}`, [address]: 1 });
  if (type === 'text[]') return `array_append("${name}", 'about <${address}>')`;
  if (type === 'text') return `'about mailto:${address}, ${encodeURIComponent(address)}'`;
  return `case when jsonb_typeof("${name}"::jsonb) = 'array' then "${name}"::jsonb || '[${json}]'::jsonb else '${json}'::jsonb end`;
}

const NOTHING: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: "''",
  'text[]': "'{}'",
  json: "'{}'",
  jsonb: "'{}'",
  bytea: "''",
  boolean: 'false',
  date: 'now()',
  xid8: "'1'",
};

async function emptyRow(table: string, given: Record<string, string>): Promise<string> {
  const columns = await sql()<{ name: string; type: string }[]>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attnotnull and not atthasdef`;
  const values = columns.map(({ name, type }) =>
    given[name] ? `'${given[name]}'` : (NOTHING[type] ?? (type.startsWith('timestamp') ? 'now()' : '0')),
  );
  return `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${values.join(', ')})`;
}
