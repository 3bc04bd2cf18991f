import { CachedFor } from '@/lib/async/cached-for';
import { remember } from '@/lib/async/memory';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { SystemSettings } from '@/lib/settings/system';
import { currentSystem } from '@/lib/settings/system-in-use';
import { type DiskSpace, diskSpace } from './disk-space';

/** `stopsBelowBytes`: from there on nothing is accepted. */
export type Room = DiskSpace & { stopsBelowBytes: number };
/** Where there is no room: on a disk of this machine, or on that of PostgreSQL, as it says itself. */
export type Shortage = 'disk' | 'database';

const LOOK_MS = 1_000;
const MB = 1e6;
/** A percent of a large disk is more than anybody needs in reserve. */
const MOST_IN_RESERVE = 5e9;
/** It goes on once there is a quarter more than where it stopped: else every message that leaves would let one in. */
const RESUME_AT = 1.25;
/** A database elsewhere that had no room is tried again after so long, with whatever comes then. */
const BELIEVED_MS = 30_000;
const RETRY_AFTER_SECONDS = 60;

/** Next bundles pages and route handlers apart; a process has stopped accepting or has not. */
const holder = globalThis as typeof globalThis & { relevoRoom?: { stopped: boolean; refusedAt: number } };
const state = () => {
  holder.relevoRoom ??= { stopped: false, refusedAt: Number.NEGATIVE_INFINITY };
  return holder.relevoRoom;
};
remember(() => {
  holder.relevoRoom = undefined;
});

const cache = new CachedFor<Room | null>(LOOK_MS, look);

/** Null: no disk can be asked. */
export const currentRoom = (): Promise<Room | null> => cache.get(undefined);

export async function shortage(): Promise<Shortage | null> {
  await currentRoom();
  const { stopped, refusedAt } = state();
  if (stopped) return 'disk';
  return performance.now() - refusedAt < BELIEVED_MS ? 'database' : null;
}

/**
 * For what is about to be stored on behalf of somebody outside. What was taken before goes on, and so do the mails of Relevo itself, one of
 * which tells of this. @throws AppError insufficient_storage
 */
export async function requireRoom({ actor }: Pick<Context, 'actor'>): Promise<void> {
  if (actor.type === 'job' && actor.label === 'system-mail') return;
  if ((await shortage()) !== null) throw insufficientStorage();
}

export function insufficientStorage(): AppError {
  return new AppError(
    'insufficient_storage',
    'There is too little room to store it safely: nothing was stored. It goes on by itself once there is room.',
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
}

/** PostgreSQL had no room for a statement: of one that runs elsewhere that is all that can be known. */
export function noteDatabaseFull(): void {
  if (performance.now() - state().refusedAt >= BELIEVED_MS)
    log.error('PostgreSQL has no room on its disk: nothing is accepted', { tryAgainMs: BELIEVED_MS });
  state().refusedAt = performance.now();
}

async function look(): Promise<Room | null> {
  const [space, { disk }] = await Promise.all([diskSpace(), currentSystem()]);
  if (!space) return null;
  const stopsBelowBytes = stopsBelow(space, disk);
  const { stopped } = state();
  const isShort = space.freeBytes < stopsBelowBytes * (stopped ? RESUME_AT : 1);
  if (isShort !== stopped) tell(isShort, { ...space, stopsBelowBytes });
  state().stopped = isShort;
  return { ...space, stopsBelowBytes };
}

export function stopsBelow(
  { totalBytes }: Pick<DiskSpace, 'totalBytes'>,
  { stopBelowMb, stopBelowPercent }: SystemSettings['disk'],
): number {
  return Math.max(stopBelowMb * MB, Math.min((totalBytes * stopBelowPercent) / 100, MOST_IN_RESERVE));
}

function tell(isShort: boolean, { folder, freeBytes, stopsBelowBytes }: Room): void {
  const fields = { folder, freeBytes, stopsBelowBytes };
  if (isShort) log.error('the disk is nearly full: nothing is accepted until there is room', fields);
  else log.info('the disk has room again: messages are accepted', fields);
}
