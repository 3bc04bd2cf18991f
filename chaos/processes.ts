import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { System } from '@/lib/testing/system';
import { until } from './waiting';

export type ProcessName = 'web' | 'worker' | 'smtp' | 'postgres';

const RESTART_LIMIT_MS = 30_000;

/** From `.data/run/<name>.pid`; undefined between an end and the next start. */
export function findPid(system: System, name: ProcessName): number | undefined {
  try {
    return Number(readFileSync(join(system.dataDir, 'run', `${name}.pid`), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Signals the process that runs under this name now. @returns its pid @throws when none runs */
export function signalProcess(system: System, name: ProcessName, signal: NodeJS.Signals): number {
  const pid = findPid(system, name);
  if (!pid) throw new Error(`There is no ${name} process to signal.`);
  process.kill(pid, signal);
  return pid;
}

/** Waits until the supervisor has started another one. @throws when it does not */
export async function waitForSuccessor(system: System, name: ProcessName, oldPid: number): Promise<number> {
  const restarted = () => ![undefined, oldPid].includes(findPid(system, name));
  if (!(await until(restarted, { limitMs: RESTART_LIMIT_MS })))
    throw new Error(`No new ${name} process after ${RESTART_LIMIT_MS / 1000} s.`);
  return findPid(system, name)!;
}
