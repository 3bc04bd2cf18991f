import type { Client } from 'pg';

export type BackedTable = { name: string; columns: string[] };

/** What is not kept: of processes and sessions of then, or made anew by themselves. Everybody signs in again. */
export const LEFT_OUT: Record<string, string> = {
  workers: 'processes of then',
  processes: 'processes of then',
  schema_marks: 'written by the migrations',
  log_level: 'of then',
  sessions: 'everybody signs in again',
  setup_links: 'one-time links',
  password_links: 'one-time links',
  sign_in_failures: 'waits of then',
  sign_in_networks: 'waits of then',
  oauth_states: 'sign-ins under way',
  provider_pace: 'learned again',
};

/** So that texts of values, and the sums over them, are the same on every server. */
const STEADY = [
  `datestyle = 'iso, ymd'`,
  `timezone = 'UTC'`,
  `bytea_output = 'hex'`,
  'extra_float_digits = 1',
  `intervalstyle = 'iso_8601'`,
];

export async function steady(client: Client): Promise<void> {
  for (const setting of STEADY) await client.query(`set ${setting}`);
}

/** Those to be kept, parents before children, each with the columns that somebody writes. */
export async function listTables(client: Client): Promise<BackedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; parents: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> k.conrelid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`);
  return inOrder(rows.filter(({ name }) => !Object.hasOwn(LEFT_OUT, name))).map(({ name, columns }) => ({
    name,
    columns,
  }));
}

function inOrder<T extends { name: string; parents: string[] }>(tables: T[]): T[] {
  const ordered: T[] = [];
  const visit = (table: T) => {
    if (ordered.includes(table)) return;
    for (const parent of tables) if (table.parents.includes(parent.name)) visit(parent);
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function columnsOf({ columns }: BackedTable): string {
  return columns.map(quoted).join(', ');
}

/** A partitioned table cannot be copied by its name. */
export function copyOut(table: BackedTable): string {
  return `copy (select ${columnsOf(table)} from ${quoted(table.name)}) to stdout`;
}

export function copyIn(table: BackedTable): string {
  return `copy ${quoted(table.name)} (${columnsOf(table)}) from stdin`;
}

export type Sum = { rows: number; sum: string };

/** How many rows, and a sum over their texts that does not depend on their order. */
export async function sumOf(client: Client, table: BackedTable): Promise<Sum> {
  const { rows } = await client.query<{ rows: string; sum: string }>(`
    select count(*)::text as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum
    from (select ${columnsOf(table)} from ${quoted(table.name)}) t`);
  return { rows: Number(rows[0]!.rows), sum: rows[0]!.sum };
}

export type Partition = { parent: string; name: string; bounds: string };

/** Weeks: rows of one that is not there would all lie in the default partition. */
export async function listPartitions(client: Client): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(`
    select p.relname as parent, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relispartition and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
    order by c.relname`);
  return rows;
}
