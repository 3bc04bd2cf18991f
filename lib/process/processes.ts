import { readFileSync } from 'node:fs';

/** A pid alone may since have passed to another process; with its start time (where /proc tells it) it does not. */
export function processIdentity(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  const stat = procStat(pid);
  if (stat?.state === 'Z') return undefined;
  return `${pid} ${stat?.startTime ?? '-'}`;
}

/** Whether the very process that had this identity still runs. */
export function isSameProcess(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && processIdentity(pid) === identity;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function procStat(pid: number): { state: string; startTime: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold blanks: count from its end. Fields 3 and 22 of proc(5).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0]!, startTime: fields[19]! };
  } catch {
    return undefined;
  }
}
