import type postgres from 'postgres';
import { newId } from '@/lib/ids';

type Column = { name: string; type: string; array: boolean; given: boolean };
type Table = { name: string; columns: Column[]; parents: { column: string; table: string }[] };

const ROWS = 2;
/** What a rule of the table asks for. */
const ASKED: Record<string, string | null> = {
  'messages.status': 'sent',
  'messages.due_at': null,
  'invitations.company_ids': null,
  'users.company_ids': null,
};

/**
 * Rows in every table of a database of whatever state, so that a migration has something to do: for each column what its type takes, for what
 * leads to another table a row of that. @returns how many are in each
 */
export async function fillRows(sql: postgres.Sql): Promise<Record<string, number>> {
  const tables = await readTables(sql);
  const keys = new Map<string, string[]>();
  for (const table of inOrder(tables))
    for (let row = 0; row < ROWS; row++) {
      const columns = table.columns.filter(({ given }) => given);
      const values = columns.map((column) => sampleFor(table, column, row, keys));
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const places = columns.map(({ type, array }, at) => `$${at + 1}::text::${type}${array ? '[]' : ''}`);
      const [stored] = await sql.unsafe<{ row: Record<string, string> }[]>(
        `insert into "${table.name}" (${names}) values (${places.join(', ')}) on conflict do nothing returning to_jsonb("${table.name}") as row`,
        values,
      );
      if (stored?.row.id) keys.set(table.name, [...(keys.get(table.name) ?? []), stored.row.id]);
    }
  return countRows(
    sql,
    tables.map(({ name }) => name),
  );
}

export async function countRows(sql: postgres.Sql, names: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    const [there] = await sql`select to_regclass(${`public.${name}`}) is not null as there`;
    if (!there!.there) continue;
    const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from "${name}"`);
    counts[name] = row!.count;
  }
  return counts;
}

async function readTables(sql: postgres.Sql): Promise<Table[]> {
  return sql<Table[]>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(coalesce(nullif(t.typelem, 0), t.oid), null), 'array', t.typcategory = 'A',
          'given', not a.atthasdef and a.attgenerated = '') order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object('column', a.attname, 'table', p.relname)), '[]')
        from pg_constraint k join pg_class p on p.oid = k.confrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.conrelid = c.oid and k.contype = 'f') as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`;
}

function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  const visit = (table: Table) => {
    if (ordered.includes(table)) return;
    for (const { table: parent } of table.parents)
      if (parent !== table.name) visit(tables.find(({ name }) => name === parent)!);
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

function sampleFor(
  table: Table,
  { name, type, array }: Column,
  row: number,
  keys: Map<string, string[]>,
): string | null {
  const asked = ASKED[`${table.name}.${name}`];
  if (asked !== undefined) return asked;
  const parent = table.parents.find(({ column }) => column === name);
  if (parent) return parent.table === table.name ? null : (keys.get(parent.table)?.[row] ?? null);
  if (array) return '{}';
  if (type === 'uuid') return newId();
  if (type.startsWith('json'))
    return name === 'recipients' || name === 'outcomes' || name === 'candidates' ? '[]' : '{}';
  if (type.startsWith('timestamp')) return new Date().toISOString();
  if (type === 'date') return new Date(Date.now() - row * 86_400_000).toISOString().slice(0, 10);
  if (type === 'boolean') return 'false';
  if (type === 'bytea') return `\\x0${row}`;
  if (type === 'tsvector') return 'word';
  if (/int|numeric|real|double|xid/.test(type)) return String(row + 1);
  return `${name} ${row}`;
}
