import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDir } from '@/lib/paths';
import { isSameProcess, processIdentity } from '@/lib/processes';

export type ChildName = 'web' | 'worker';

/** `.data/run/<name>.pid`: the pid, and on a second line how to tell that process from a later one of the same pid. */
export function writePid(name: ChildName, pid: number): void {
  writeFileSync(file(name), `${pid}\n${processIdentity(pid) ?? ''}\n`);
}

/** The pid if that very process still runs. */
export function readPid(name: ChildName): number | undefined {
  try {
    const [pid, identity = ''] = readFileSync(file(name), 'utf8').split('\n');
    return isSameProcess(identity) ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

export function removePid(name: ChildName): void {
  rmSync(file(name), { force: true });
}

export function writeWebPort(port: number): void {
  writeFileSync(join(runDir(), 'web.port'), `${port}\n`);
}

function file(name: ChildName): string {
  return join(runDir(), `${name}.pid`);
}
