import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelAddressFile } from '@/lib/process/panel-address';
import { runDir } from '@/lib/process/paths';
import { isSameProcess, processIdentity } from '@/lib/process/processes';

export type ChildName = 'web' | 'worker' | `worker-${number}` | 'smtp';

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

export function writeWebAddress(port: number, url: string): void {
  writeFileSync(webPortFile(), `${port}\n`);
  writeFileSync(panelAddressFile(), `${url}\n`);
}

export function removeWebAddress(): void {
  for (const path of [webPortFile(), panelAddressFile()]) rmSync(path, { force: true });
}

function webPortFile(): string {
  return join(runDir(), 'web.port');
}

function file(name: ChildName, kind: 'pid' | 'identity'): string {
  return join(runDir(), `${name}.${kind}`);
}
