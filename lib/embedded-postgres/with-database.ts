import { checkKeyring } from '@/lib/crypto/canary';
import { warnOfClosed } from '@/lib/crypto/closed';
import { databaseUrl } from '@/lib/database-url';
import { closeDb } from '@/lib/db';
import { env } from '@/lib/env';
import { migrate } from '@/lib/migrate';
import { startEmbeddedPostgres } from './start';
import { stopEmbeddedPostgres } from './stop';

/**
 * Runs `work` on the system's database, brought up to date. The embedded one is taken as it runs, or started for as long
 * as the work takes. @throws EnvError when the master key does not fit
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const embedded = !env().DATABASE_URL;
  if (embedded) await startEmbeddedPostgres();
  try {
    await migrate(databaseUrl());
    await checkKeyring();
    await warnOfClosed();
    return await work();
  } finally {
    await closeDb();
    if (embedded) await stopEmbeddedPostgres();
  }
}
