import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, processIdentity } from './processes';

export type Release = () => void;

/** Takes a lock file, or tells the pid that holds it. A lock whose holder died is taken over. */
export function tryLock(file: string): { release: Release } | { heldBy: number } {
  const identity = processIdentity(process.pid)!;
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, identity, { mode: 0o600 });
  try {
    for (;;) {
      if (link(own, file)) return { release: () => releaseLock(file, identity) };
      const holder = read(file);
      if (holder === undefined) continue;
      if (isSameProcess(holder)) return { heldBy: Number(holder.split(' ')[0]) };
      removeStale(file, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Waits for the lock, then runs `work` under it. */
export async function withLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(file);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > deadline) throw new Error(`Process ${lock.heldBy} keeps ${file} locked.`);
    await sleep(50);
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming is atomic, yet another process may have put a fresh lock there since we looked: then it goes back. */
function removeStale(file: string, holder: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== holder) link(aside, file);
  rmSync(aside, { force: true });
}

function releaseLock(file: string, identity: string): void {
  if (read(file) === identity) rmSync(file, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
