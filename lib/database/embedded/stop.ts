import { withLock } from '@/lib/process/process-lock';
import { stopCluster } from './cluster';
import { letGo } from './holders';
import { prepareLocation } from './location';
import { findRunning } from './running';
import { lockFile, password, withdraw } from './state';

const LOCK_TIMEOUT_MS = 60_000;

/** Lets go of the server and stops it when no other process needs it. End your own connections first. */
export async function stopEmbeddedPostgres(): Promise<void> {
  await withLock(lockFile(), LOCK_TIMEOUT_MS, async () => {
    if (!letGo()) return;
    const location = prepareLocation();
    if (await findRunning(location.cluster, password())) await stopCluster(location);
    withdraw();
  });
}
