import { once } from 'node:events';
import { join } from 'node:path';
import { createSetupLink } from '@/lib/auth/setup-link';
import { commandContext } from '@/lib/context';
import { sessionUrl } from '@/lib/database/database-url';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { stopEmbeddedPostgres } from '@/lib/database/embedded/stop';
import { SchemaError } from '@/lib/database/handshake';
import { migrate } from '@/lib/database/migrate';
import { closeDb } from '@/lib/database/pools';
import { requireWays } from '@/lib/database/ways';
import { EnvError, env } from '@/lib/env';
import { errorMessage } from '@/lib/errors';
import { checkKeyring } from '@/lib/master-keys/canary';
import { warnOfClosed } from '@/lib/master-keys/closed';
import { adviseOnKeys } from '@/lib/master-keys/sealed-stores';
import { panelAddress } from '@/lib/process/panel-address';
import { runDir } from '@/lib/process/paths';
import { type Release, tryLock } from '@/lib/process/process-lock';
import { readSystem } from '@/lib/settings/system-in-use';
import { redactText } from '@/lib/text/redact';
import { STOPPED_WITHIN_MS } from '@/lib/workers/stop-limit';
import { buildIfNeeded } from './build';
import { Children, childrenOf } from './children';
import { removeWebAddress, writeWebAddress } from './pid-files';
import { keepPostgresRunning } from './postgres-watch';
import { requireDatabase, requireFreePort, requireNode, waitForOrphans } from './preflight';
import { whenReady } from './ready';
import { StartError } from './start-error';
import { stopSignal } from './stop-signal';

const development = process.argv.includes('--dev');
const startedAt = Date.now();
const children = new Children();
const cleanups: (() => unknown)[] = [];

process.exitCode = await run();
process.exit();

async function run(): Promise<number> {
  Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production' });
  const stop = stopSignal(() => {
    children.kill();
  });
  try {
    await start(stop);
    if (!stop.aborted) await once(stop, 'abort');
    console.log('Stopping: sends under way are finished first (Ctrl-C again: at once).');
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    console.error(explain(error));
    return 1;
  } finally {
    await children.stop(STOPPED_WITHIN_MS);
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

/** Everything up to "it runs"; what must be undone at the end is noted in `cleanups` on the way. */
async function start(stop: AbortSignal): Promise<void> {
  requireNode();
  const { HOST, PORT, DATABASE_URL } = env();
  cleanups.push(lockDataDirectory());
  await waitForOrphans();
  await requireFreePort(HOST, PORT);
  if (DATABASE_URL) await requireDatabase(DATABASE_URL);
  else await startPostgres(stop);
  await requireWays();
  stop.throwIfAborted();
  await migrate(sessionUrl());
  cleanups.push(closeDb);
  await checkKeyring();
  const notes = [...(await adviseOnKeys()), ...(await warnOfClosed()), ...(await applyConfigured())];
  const setupPath = await createSetupLink(commandContext('npm start'));
  await closeDb();
  stop.throwIfAborted();
  if (!development) await buildPanel(stop);
  await startChildren(stop);
  await whenReady(HOST, PORT, stop);
  if (!stop.aborted) greet(setupPath, notes);
}

/** With it comes nearly all of Relevo, which would stay in memory for as long as it runs: only where there is something to apply. */
async function applyConfigured(): Promise<string[]> {
  const { RELEVO_CONFIG: file } = env();
  return file ? (await import('./apply-configuration')).applyDocument(file) : [];
}

function lockDataDirectory(): Release {
  const lock = tryLock(join(runDir(), 'start.lock'));
  if ('release' in lock) return lock.release;
  throw new StartError(
    `Relevo already runs with this data directory (process ${lock.heldBy}). For a second one: RELEVO_DATA_DIR=… PORT=… npm start`,
  );
}

async function startPostgres(stop: AbortSignal): Promise<void> {
  cleanups.push(stopEmbeddedPostgres);
  await startEmbeddedPostgres();
  keepPostgresRunning(stop);
}

async function buildPanel(stop: AbortSignal): Promise<void> {
  const began = Date.now();
  const hint = setTimeout(() => console.log('Building the panel …'), 500);
  try {
    if (await buildIfNeeded(stop)) console.log(`Built the panel in ${seconds(began)}.`);
  } finally {
    clearTimeout(hint);
  }
}

async function startChildren(stop: AbortSignal): Promise<void> {
  cleanups.push(removeWebAddress);
  let restarting: Promise<void> | undefined;
  const onMessage = (message: unknown) => {
    const { listening, restart } = message as { listening?: number; restart?: true };
    if (listening) writeWebAddress(env().PORT, panelAddress());
    if (restart) again();
  };
  const options = async () => {
    const { RELEVO_SMTP_PORT, RELEVO_SMTPS_PORT, RELEVO_RESTART_MAX_MS: maxDelayMs } = env();
    const hasSmtp = Boolean(RELEVO_SMTP_PORT || RELEVO_SMTPS_PORT);
    return childrenOf({ processes: (await readSystem()).processes, hasSmtp, maxDelayMs, onMessage });
  };
  const again = () => {
    if (restarting || stop.aborted) return;
    console.log('Starting all processes anew: sends under way are finished first.');
    restarting = options()
      .then((those) => (stop.aborted ? undefined : children.restart(those, STOPPED_WITHIN_MS)))
      .catch((error: unknown) => console.error(`Not restarted: ${explain(error)}`))
      .finally(() => {
        restarting = undefined;
      });
  };
  process.on('SIGUSR2', again);
  children.start(await options());
}

function greet(setupPath: string | null, notes: string[]): void {
  const address = panelAddress();
  const lines = [`Relevo runs at ${address} (ready in ${seconds(startedAt)}; Ctrl-C stops it).`];
  if (setupPath) lines.push(`Set it up, once, within 24 hours: ${address}${setupPath}`);
  console.log([...lines, ...notes].join('\n'));
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** What a person can mend is one line each; anything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  const expected = error instanceof StartError || error instanceof EnvError || error instanceof SchemaError;
  return redactText(
    expected || !(error instanceof Error) ? errorMessage(error) : (error.stack ?? error.message),
  );
}
