import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDir } from '@/lib/process/paths';
import { isSameProcess, processIdentity } from '@/lib/process/processes';

/** Processes that need the server. The last to let go stops it: a command must not stop it under a running system. */
export function hold(): void {
  writeFileSync(join(directory(), String(process.pid)), processIdentity(process.pid)!, { mode: 0o600 });
}

/** Lets go, and tells whether nobody living holds it any more. */
export function letGo(): boolean {
  rmSync(join(directory(), String(process.pid)), { force: true });
  const holders = readdirSync(directory()).filter((name) => {
    const file = join(directory(), name);
    const alive = isSameProcess(readFileSync(file, 'utf8'));
    if (!alive) rmSync(file, { force: true });
    return alive;
  });
  return holders.length === 0;
}

function directory(): string {
  const path = join(runDir(), 'postgres.holders');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}
