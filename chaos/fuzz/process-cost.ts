import { readdirSync, readFileSync } from 'node:fs';

const PAGE_KB = 4;

/** CPU time in milliseconds that all threads of a process have used, to the microsecond: /proc/[pid]/task/[tid]/schedstat of Linux. */
export function cpuMs(pid: number): number {
  return threadsOf(pid).reduce((sum, thread) => sum + threadMs(pid, thread), 0);
}

/** The same of the thread that answers. */
export function eventLoopMs(pid: number): number {
  return threadMs(pid, String(pid));
}

export function memoryMb(pid: number): number {
  return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_KB) / 1024;
}

function threadsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`);
}

function threadMs(pid: number, thread: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    // A thread that has ended meanwhile.
    return 0;
  }
}
