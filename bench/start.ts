import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from '@/lib/async/abort';
import { freePort } from '@/lib/database/embedded/free-port';
import type { Cluster } from './cluster';
import { treeOf, usedMemoryMb } from './cpu';
import { atMost, type Report } from './report';

/** After a page was asked for, so long without anything to do. */
const IDLE_MS = 30_000;

/**
 * `npm start` as it comes, everything on one machine: with an empty data directory (the panel is built already), once more with data in it, and
 * what all of its processes, PostgreSQL among them, take when nobody does anything.
 */
export async function measureStart(_cluster: Cluster): Promise<Partial<Report>> {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-bench-start-'));
  // As root, PostgreSQL runs as another user and has to pass through.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  try {
    const first = await start(dataDir, port);
    await fetch(`http://127.0.0.1:${port}/sign-in`);
    await sleep(IDLE_MS);
    const used = memoryOf(first.child.pid!, dataDir);
    await stop(first.child);
    const again = await start(dataDir, port);
    await stop(again.child);
    const all = used.reduce((sum, { mb }) => sum + mb, 0);
    return {
      lines: [
        'npm start: web, one worker and PostgreSQL; memory as each process’s share of it (PSS), idle for 30 s',
        used.map(({ name, mb }) => `${name} ${mb.toFixed(0)} MB`).join(', '),
      ],
      figures: [
        atMost('first start, the panel built already', first.seconds, 240, 's'),
        atMost('start with data', again.seconds, 5, 's'),
        atMost('memory of all processes, idle', all, 450, 'MB'),
      ],
    };
  } finally {
    const pointer = join(dataDir, 'postgres.location');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(dataDir: string, port: number): Promise<{ child: ChildProcess; seconds: number }> {
  const began = performance.now();
  const { DATABASE_URL: _, ...others } = process.env;
  const child = spawn(process.execPath, startArgs(), {
    env: { ...others, RELEVO_DATA_DIR: dataDir, PORT: String(port), RELEVO_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (/Relevo runs at /.test(said)) break;
  }
  child.stdout!.resume();
  if (!/Relevo runs at /.test(said)) throw new Error(`It did not start: ${said}`);
  return { child, seconds: (performance.now() - began) / 1000 };
}

/** As npm starts it. */
function startArgs(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  return /^exec node (.+)$/.exec(scripts.start)![1]!.split(' ');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function memoryOf(supervisor: number, dataDir: string): { name: string; mb: number }[] {
  const pidOf = (name: string) => Number(readFileSync(join(dataDir, `run/${name}.pid`), 'utf8'));
  return [
    { name: 'supervisor', pids: [supervisor] },
    { name: 'web', pids: [pidOf('web')] },
    { name: 'worker', pids: [pidOf('worker')] },
    { name: 'PostgreSQL', pids: treeOf(pidOf('postgres')) },
  ].map(({ name, pids }) => ({ name, mb: pids.reduce((sum, pid) => sum + usedMemoryMb(pid), 0) }));
}
