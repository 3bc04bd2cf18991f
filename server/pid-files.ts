import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDir } from '@/lib/process/paths';
import { isSameProcess, processIdentity } from '@/lib/process/processes';

export type ChildName = 'web' | 'worker';

/** `.data/run/<name>.pid` holds the pid alone, for people; beside it, how to tell the process from a later one of that pid. */
export function writePid(name: ChildName, pid: number): void {
  writeFileSync(file(name, 'pid'), `${pid}\n`);
  writeFileSync(file(name, 'identity'), processIdentity(pid) ?? '');
}

/** The pid if that very process still runs. */
export function readPid(name: ChildName): number | undefined {
  try {
    const identity = readFileSync(file(name, 'identity'), 'utf8');
    return isSameProcess(identity) ? Number(identity.split(' ')[0]) : undefined;
  } catch {
    return undefined;
  }
}

export function removePid(name: ChildName): void {
  for (const kind of ['pid', 'identity'] as const) rmSync(file(name, kind), { force: true });
}

export function writeWebPort(port: number): void {
  writeFileSync(join(runDir(), 'web.port'), `${port}\n`);
}

export function removeWebPort(): void {
  rmSync(join(runDir(), 'web.port'), { force: true });
}

function file(name: ChildName, kind: 'pid' | 'identity'): string {
  return join(runDir(), `${name}.${kind}`);
}
