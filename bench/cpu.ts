import { globSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second everywhere (USER_HZ). */
const MS_PER_TICK = 10;

/** CPU milliseconds so far of a process and of its children that have ended. */
export function cpuMs(pid: number): number {
  // proc(5): utime, stime, and of ended children cutime, cstime are fields 14 to 17.
  const fields = stat(pid) ?? [];
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * MS_PER_TICK, 0);
}

/** The same with the children that live: PostgreSQL with its backends. */
export function cpuMsOfTree(parent: number): number {
  return treeOf(parent).reduce((sum, pid) => sum + cpuMs(pid), 0);
}

/** It and its children. */
export function treeOf(parent: number): number[] {
  const children = globSync('/proc/[0-9]*')
    .map((path) => Number(path.slice('/proc/'.length)))
    .filter((pid) => Number(stat(pid)?.[1]) === parent);
  return [parent, ...children];
}

/** Its share of the memory in use, in MB: what it shares with others counts in parts (PSS). */
export function usedMemoryMb(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]) / 1024;
}

/** The most memory the process ever had, in MB. */
export function peakMemoryMb(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
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
