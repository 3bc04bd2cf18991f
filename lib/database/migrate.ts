import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migrateDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as migrateGraphile } from 'graphile-worker';
import postgres from 'postgres';
import { ensurePartitions } from './partitions';

const LOCK = 7_355_608;
const OLDEST_POSTGRES = 150_000;

/** Brings a database up to date: our tables, the queue's, the partitions. Safe to run from many processes at once. */
export async function migrate(
  url: string,
  folder = join(process.cwd(), 'drizzle/migrations'),
): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  try {
    const [row] = await client`select current_setting('server_version_num')::int as version`;
    if (row!.version < OLDEST_POSTGRES)
      throw new Error(`PostgreSQL 15 or newer is needed; this server says ${row!.version}.`);
    // drizzle's migrator takes no lock of its own.
    await client`select pg_advisory_lock(${LOCK})`;
    await migrateDrizzle(drizzle(client), { migrationsFolder: folder });
    await migrateGraphile({ connectionString: url });
    await ensurePartitions(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
