import { flushAnnouncements } from '@/lib/announcements/announce';
import { sessionUrl } from '@/lib/database/database-url';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { stopEmbeddedPostgres } from '@/lib/database/embedded/stop';
import { migrate } from '@/lib/database/migrate';
import { closeDb } from '@/lib/database/pools';
import { requireWays } from '@/lib/database/ways';
import { env } from '@/lib/env';
import { checkKeyring } from './canary';
import { warnOfClosed } from './closed';

/**
 * Runs `work` on the system's database, brought up to date. The embedded one is taken as it runs, or started for as long
 * as the work takes. @throws EnvError when the master key does not fit
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const embedded = !env().DATABASE_URL;
  if (embedded) await startEmbeddedPostgres();
  try {
    await requireWays();
    await migrate(sessionUrl());
    await checkKeyring();
    await warnOfClosed();
    return await work();
  } finally {
    await flushAnnouncements();
    await closeDb();
    if (embedded) await stopEmbeddedPostgres();
  }
}
