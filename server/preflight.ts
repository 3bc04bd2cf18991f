import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { errorMessage } from '@/lib/errors';
import { isAlive } from '@/lib/process/processes';
import { STOPPED_WITHIN_MS } from '@/lib/workers/stop-limit';
import { readPid } from './pid-files';
import { StartError } from './start-error';

const OLDEST_NODE = [22, 18] as const;

export function requireNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new StartError(`Node ${oldestMajor}.${oldestMinor} or newer is needed; this is Node ${version}.`);
}

/** After `kill -9` of a supervisor its web and worker stop by themselves; they still hold the port for a moment. */
export async function waitForOrphans(): Promise<void> {
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  for (const name of ['web', 'worker', 'smtp'] as const) {
    for (let pid = readPid(name); pid && isAlive(pid); await sleep(100))
      if (Date.now() > deadline)
        throw new StartError(`A former ${name} process (${pid}) is still running: end it first.`);
  }
}

export function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(portProblem(host, port, error))),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portProblem(host: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use. Choose another one: PORT=${port === 65535 ? 3000 : port + 1} npm start`;
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST: this machine has no address ${host}.`;
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

const CAUSES: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name cannot be resolved',
  CONNECT_TIMEOUT: 'no answer',
  '28P01': 'user name or password is wrong',
  '28000': 'the server refuses this user',
  '3D000': 'the database does not exist',
};

/** @throws StartError in one line, without the password. */
export async function requireDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    await client`select 1`;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    const { host, pathname } = new URL(url);
    throw new StartError(
      `DATABASE_URL: the database ${pathname.slice(1)} at ${host} cannot be reached: ${CAUSES[code] ?? errorMessage(error)}.`,
    );
  } finally {
    await client.end({ timeout: 1 });
  }
}
