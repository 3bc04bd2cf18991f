import { sql } from '@/lib/database/db';

/** What tells of a request or a process itself: who was there, what was guessed or refused, which keys were at hand. */
const OF_REQUESTS = [
  'keyring_canary',
  'sessions',
  'sign_in_failures',
  'sign_in_networks',
  'token_days',
  'token_windows',
];
const OF_USE = ['last_used_at', 'last_used_ip', 'last_used_agent', 'last_seen_at'];

/** A digest of each table of the system, so that nothing can change in any of them unseen. */
export async function digestTables(): Promise<Record<string, string>> {
  const tables = await sql()<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and not relname = any(${OF_REQUESTS})
    order by 1`;
  const digests = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await sql()<[{ digest: string | null }]>`
        select md5(string_agg(row, '' order by row)) as digest
        from (select (to_jsonb(t) - ${OF_USE}::text[])::text as row from ${sql()(name)} t) rows`;
      return [name, row.digest ?? 'empty'] as const;
    }),
  );
  return Object.fromEntries(digests);
}
