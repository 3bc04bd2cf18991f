import type { Priority } from '@/lib/queue/priority';

/** Open messages of a priority; each is counted in one place. */
export type QueueRow = {
  priority: Priority;
  paused: boolean;
  /** Their time has come and nobody has taken them yet. */
  waiting: number;
  sending: number;
  /** Not yet due: for the first time, or after a try that failed. */
  scheduled: number;
  retrying: number;
  parked: number;
  /** Since when the oldest of `waiting` could have gone. */
  oldestAt: string | null;
};

export type ParkedRow = {
  /** The last that tried; null: none did, or it was deleted. */
  provider: { id: string; name: string } | null;
  count: number;
  /** Of those that try again by themselves, the first does so at this time. */
  until: string | null;
};

export type QueueView = {
  /** By priority, urgent first. */
  data: QueueRow[];
  parked: ParkedRow[];
  /** Messages that came to rest, over the present minute and the one before it. */
  perMinute: number;
  /** When what waits now is gone at that speed; null: nothing waits, or nothing moves. */
  emptyInSeconds: number | null;
  /** When the first message that is scheduled or to be retried is due. */
  nextDueAt: string | null;
};

/** Jobs of one task of graphile-worker. */
export type JobsRow = {
  task: string;
  ready: number;
  locked: number;
  later: number;
  /** Tried as often as they may be: they run no more. */
  failed: number;
  oldestAt: string | null;
  nextAt: string | null;
};
