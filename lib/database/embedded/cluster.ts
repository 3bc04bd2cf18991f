import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from './location';
import { runProgram } from './run';

const START_TIMEOUT_SECONDS = 120;

/** Modest for a machine of 2 GB; `fsync` and `synchronous_commit` keep their safe defaults. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // For six workers as shipped (`lib/settings/connections.ts`).
  max_connections: '500',
  shared_buffers: '192MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Creates the cluster where there is none: UTF-8 and C.UTF-8 whatever the environment says, password sign-in only. */
export async function createCluster(location: Location, password: string): Promise<void> {
  if (existsSync(location.cluster)) return;
  const partial = `${location.cluster}.partial`;
  const passwordFile = join(location.home, 'password.partial');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (location.account)
    for (const path of [partial, passwordFile]) chownSync(path, location.account.uid, location.account.gid);
  try {
    await runProgram(location, 'initdb', [
      `--pgdata=${partial}`,
      '--username=relevo',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, location.cluster);
}

export async function startCluster(location: Location, port: number): Promise<void> {
  const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  const control = ['start', '-w', '-t', String(START_TIMEOUT_SECONDS), '-D', location.cluster];
  try {
    await runProgram(location, 'pg_ctl', [
      ...control,
      '-l',
      location.log,
      '-o',
      `-p ${port} ${settings.join(' ')}`,
    ]);
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not start: ${lastFatalLine(location.log) ?? error}`);
  }
}

/** Ends open connections (mode fast) and waits until the data is on disk. */
export async function stopCluster(location: Location): Promise<void> {
  await runProgram(location, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '60', '-D', location.cluster]);
}

function lastFatalLine(log: string): string | undefined {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  return lines.findLast((line) => /FATAL|PANIC|could not/.test(line));
}
