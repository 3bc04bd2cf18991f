import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { embeddedUrl } from '@/lib/database/database-url';
import { errorMessage } from '@/lib/errors';
import { withLock } from '@/lib/process/process-lock';
import { packagedBinaries } from './binaries';
import { createCluster, startCluster } from './cluster';
import { freePort } from './free-port';
import { hold } from './holders';
import { type Location, prepareLocation } from './location';
import { requireSameMajor } from './major';
import { findRunning, type Running } from './running';
import { announce, lockFile, password } from './state';

const LOCK_TIMEOUT_MS = 180_000;
const ATTEMPTS = 4;

/**
 * Starts the PostgreSQL of this data directory, or takes the one that runs; safe to call from many processes at once.
 * Each caller lets go with `stopEmbeddedPostgres`, or by ending: a server whose callers were all killed is reused by the next.
 */
export async function startEmbeddedPostgres(): Promise<{ url: string; startedHere: boolean }> {
  return withLock(lockFile(), LOCK_TIMEOUT_MS, async () => {
    const location = prepareLocation();
    requireSameMajor(location.cluster, packagedBinaries().version);
    const running = await findRunning(location.cluster, password());
    if (!running) await createCluster(location, password());
    const server = running ?? (await startOnFreePort(location));
    await createDatabase(embeddedUrl(server.port, password(), 'postgres'));
    announce(server);
    hold();
    return { url: embeddedUrl(server.port, password()), startedHere: !running };
  });
}

/** The port may be taken between looking and listening; after a crash, old backends may need a moment to go. */
async function startOnFreePort(location: Location): Promise<Running> {
  let port = await freePort(lastPort(location.cluster));
  for (let attempt = 1; ; attempt++) {
    try {
      await startCluster(location, port);
      const server = await findRunning(location.cluster, password());
      if (server) return server;
      throw new Error('The embedded PostgreSQL ended right after its start.');
    } catch (error) {
      if (attempt === ATTEMPTS) throw new Error(`${errorMessage(error)} (log: ${location.log})`);
      await sleep(attempt * 250);
      port = await freePort();
    }
  }
}

/** The same port again where it is free: processes that outlived a crash of the server find it there. */
function lastPort(cluster: string): number | undefined {
  const options = join(cluster, 'postmaster.opts');
  const match = existsSync(options) ? /"-p" "(\d+)"/.exec(readFileSync(options, 'utf8')) : null;
  return match ? Number(match[1]) : undefined;
}

async function createDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const found = await client`select 1 from pg_database where datname = 'relevo'`;
    if (found.length === 0) await client`create database relevo`;
  } finally {
    await client.end({ timeout: 5 });
  }
}
