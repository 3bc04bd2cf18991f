import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/lib/database/embedded/free-port';

const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find(existsSync);

/** Debian's package `pgbouncer`; without it nothing is tried behind one. */
export const hasPgBouncer = PROGRAM !== undefined;

export type PgBouncer = { url: (of: string) => string; stop: () => Promise<void> };

/** A real one in front of the server of `databaseUrl`, on a port of its own, as shipped but for what is named. */
export async function startPgBouncer(
  databaseUrl: string,
  mode: 'session' | 'transaction',
  more: Record<string, string | number> = {},
): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-pgbouncer-'));
  chmodSync(folder, 0o755);
  const { hostname, port: serverPort, username, password } = new URL(databaseUrl);
  const port = await freePort();
  writeFileSync(join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`, {
    mode: 0o644,
  });
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'trust',
    auth_file: join(folder, 'users.txt'),
    pool_mode: mode,
    ...more,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]\n* = host=${hostname} port=${serverPort}\n[pgbouncer]\n${lines.join('\n')}\n`,
  );
  // It refuses to run as root.
  const as = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(PROGRAM!, [...as, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  await untilUp(child);
  return {
    url: (of) => Object.assign(new URL(of), { hostname: '127.0.0.1', port: String(port) }).href,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilUp(child: ChildProcess): Promise<void> {
  let said = '';
  for await (const chunk of child.stderr!) {
    said += chunk;
    if (/process up/.test(said)) {
      child.stderr!.resume();
      return;
    }
  }
  throw new Error(`PgBouncer did not start: ${said}`);
}
