import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareLocation } from '@/lib/database/embedded/location';
import { rotateLog } from '@/lib/database/embedded/rotate-log';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { errorMessage } from '@/lib/errors';
import { runDir } from '@/lib/process/paths';
import { isAlive } from '@/lib/process/processes';

const EVERY_MS = 500;
const ROTATE_EVERY_MS = 60_000;

/** Starts the embedded server again, on its old port, if it was killed; web and worker reconnect by themselves. Keeps its log short. */
export function keepPostgresRunning(stop: AbortSignal): void {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || stop.aborted || isAlive(Number(readFileSync(join(runDir(), 'postgres.pid'), 'utf8')))) return;
    busy = true;
    console.error('The embedded PostgreSQL has ended; starting it again.');
    await startEmbeddedPostgres().catch((error) => console.error(errorMessage(error)));
    busy = false;
  }, EVERY_MS);
  const { log } = prepareLocation();
  const rotating = setInterval(() => rotate(log), ROTATE_EVERY_MS);
  rotate(log);
  stop.addEventListener('abort', () => {
    clearInterval(timer);
    clearInterval(rotating);
  });
}

/** What goes wrong with a log file is no reason to stop. */
function rotate(log: string): void {
  try {
    rotateLog(log);
  } catch (error) {
    console.error(`The log of PostgreSQL was not put aside: ${errorMessage(error)}`);
  }
}
