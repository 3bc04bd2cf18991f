import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { errorMessage } from '@/lib/errors';
import { runDir } from '@/lib/process/paths';
import { isAlive } from '@/lib/process/processes';

const EVERY_MS = 500;

/** Starts the embedded server again, on its old port, if it was killed; web and worker reconnect by themselves. */
export function keepPostgresRunning(stop: AbortSignal): void {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || stop.aborted || isAlive(Number(readFileSync(join(runDir(), 'postgres.pid'), 'utf8')))) return;
    busy = true;
    console.error('The embedded PostgreSQL has ended; starting it again.');
    await startEmbeddedPostgres().catch((error) => console.error(errorMessage(error)));
    busy = false;
  }, EVERY_MS);
  stop.addEventListener('abort', () => clearInterval(timer));
}
