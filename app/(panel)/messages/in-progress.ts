import type { Status } from '@/lib/messages/status';

const MOVING: readonly Status[] = ['queued', 'sending'];
const WAITING: readonly Status[] = ['scheduled', 'retrying', 'parked', 'uncertain'];

/** How often a page should look again: at once while it moves, now and then while it waits, never when it is over. */
export function refreshMs(status: Status | undefined): number | false {
  // Not read yet or not there: asking again is the reader's decision.
  if (status === undefined) return false;
  if (MOVING.includes(status)) return 700;
  return WAITING.includes(status) ? 5_000 : false;
}

export function isMoving(status: Status): boolean {
  return MOVING.includes(status);
}
