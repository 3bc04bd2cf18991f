import { databaseUrl } from '@/lib/database-url';
import { startEmbeddedPostgres } from '@/lib/embedded-postgres/start';
import { stopEmbeddedPostgres } from '@/lib/embedded-postgres/stop';
import { env } from '@/lib/env';
import { migrate } from '@/lib/migrate';

/** `npm run migrate`: brings the database up to date by itself, before new web and worker processes are rolled out. */
if (!env().DATABASE_URL) await startEmbeddedPostgres();
try {
  await migrate(databaseUrl());
  console.log('The database is up to date.');
} finally {
  if (!env().DATABASE_URL) await stopEmbeddedPostgres();
}
