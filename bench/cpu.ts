import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts in hundredths of a second everywhere (USER_HZ). */
const MS_PER_TICK = 10;

export type Cpu = { web: number; worker: number; postgres: number };

/** CPU milliseconds so far of the system's processes; PostgreSQL with its backends, those that have ended included. */
export function readCpu(dataDir: string): Cpu {
  const postmaster = readPid(dataDir, 'postgres');
  return {
    web: cpuMs(readPid(dataDir, 'web')),
    worker: cpuMs(readPid(dataDir, 'worker')),
    postgres: childrenOf(postmaster).reduce((sum, pid) => sum + cpuMs(pid), cpuMs(postmaster)),
  };
}

function readPid(dataDir: string, name: string): number {
  return Number(readFileSync(join(dataDir, 'run', `${name}.pid`), 'utf8'));
}

function childrenOf(parent: number): number[] {
  return globSync('/proc/[0-9]*')
    .map((path) => Number(path.slice('/proc/'.length)))
    .filter((pid) => Number(stat(pid)?.[1]) === parent);
}

/** proc(5): utime, stime, and of ended children cutime, cstime are fields 14 to 17. */
function cpuMs(pid: number): number {
  const fields = stat(pid) ?? [];
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * MS_PER_TICK, 0);
}

/** The fields from the third (state) on; the second is a name that may hold blanks. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
