import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { embeddedUrl } from '@/lib/database/database-url';
import { isAlive } from '@/lib/process/processes';

const ANSWER_TIMEOUT_MS = 60_000;

export type Running = { pid: number; port: number };

/** The server of this cluster if one runs and answers. A pid file that a crash left behind is removed. */
export async function findRunning(cluster: string, password: string): Promise<Running | undefined> {
  const deadline = Date.now() + ANSWER_TIMEOUT_MS;
  for (;;) {
    const server = readPostmasterPid(cluster);
    if (!server) return undefined;
    if (!isPostmasterOf(server.pid, cluster)) {
      // PostgreSQL trusts the pid alone and would refuse to start when another process has it by now.
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (server.ready && (await answers(embeddedUrl(server.port, password, 'postgres')))) return server;
    if (Date.now() > deadline)
      throw new Error(`The embedded PostgreSQL (process ${server.pid}) runs but does not answer.`);
    await sleep(100);
  }
}

/** Lines of postmaster.pid: pid, data directory, start time, port, socket directory, address, shared memory, state. */
function readPostmasterPid(cluster: string): (Running & { ready: boolean }) | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return !existsSync('/proc/self/cmdline');
  }
}

async function answers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await client`select 1`;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new Error('The embedded PostgreSQL does not accept the password in the data directory.');
    return false;
  } finally {
    await client.end({ timeout: 1 });
  }
}
