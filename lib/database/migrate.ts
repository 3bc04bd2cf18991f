import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migrateDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as migrateGraphile } from 'graphile-worker';
import postgres from 'postgres';
import { BREAKING, noteMarks, refuseOverOthers } from './handshake';
import { ensurePartitions } from './partitions';

const LOCK = 7_355_608;
const OLDEST_POSTGRES = 150_000;

type Journal = { entries: { tag: string; when: number }[] };

/**
 * Brings a database up to date: our tables, the queue's, the partitions. Safe to run from many processes at once. All of ours in one transaction:
 * where one fails the database is as it was, and the Relevo of before goes on with it. @throws SchemaError while programs run that could not afterwards
 */
export async function migrate(
  url: string,
  folder = join(process.cwd(), 'drizzle/migrations'),
  breaking: readonly string[] = BREAKING,
): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    const [row] = await client`select current_setting('server_version_num')::int as version`;
    if (row!.version < OLDEST_POSTGRES)
      throw new Error(`PostgreSQL 15 or newer is needed; this server says ${row!.version}.`);
    // drizzle's migrator takes no lock of its own.
    await client`select pg_advisory_lock(${LOCK})`;
    const { entries } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
    await refuseOverOthers(client, entries, breaking);
    await migrateDrizzle(drizzle(client), { migrationsFolder: folder });
    await noteMarks(client, entries, breaking);
    await migrateGraphile({ connectionString: url });
    await ensurePartitions(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
