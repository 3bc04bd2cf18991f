import { forgetKeyring } from '@/lib/crypto/keyring';
import type { Sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';

/** `RELEVO_MASTER_KEY` with these keys, the first one active; `k1` is the one that tests begin with. */
export function masterKeys(...ids: ('k1' | 'k2' | 'k3')[]): string {
  const encode = (id: string) => Buffer.alloc(32, id === 'k1' ? 7 : id).toString('base64');
  return ids.map((id) => `${id}:${encode(id)}`).join(',');
}

export function useMasterKeys(...ids: Parameters<typeof masterKeys>): void {
  process.env.RELEVO_MASTER_KEY = masterKeys(...ids);
  forgetEnv();
  forgetKeyring();
}

/** Everything the database holds, as text: what a thief of a backup could read. */
export async function dumpDatabase(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;
  const rows = await Promise.all(
    tables.map(({ name }) => sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}
