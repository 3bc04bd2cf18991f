/**
 * Which messages wait: the one definition, as SQL, for the number (`lib/backlog/counts.ts`) and for the list behind it. Being sent is a
 * living claim; due is whose time has come, and who only waits for a provider's pace.
 */
export const OPEN = `messages.status in ('scheduled', 'queued', 'retrying', 'parked')`;
export const SENDING = 'coalesce(messages.claimed_until > now(), false)';
export const DUE = `coalesce(messages.due_at <= now() or messages.reason = 'paced', false)`;

/** Filters of the list beside the states: what waits now, and what its time keeps for later. */
export const WAITS = {
  waiting: `(${OPEN} and (${SENDING} or ${DUE}))`,
  later: `(messages.status in ('scheduled', 'queued', 'retrying') and not ${SENDING} and not ${DUE})`,
} as const;

export type Waits = keyof typeof WAITS;

export const isWaits = (value: string): value is Waits => Object.hasOwn(WAITS, value);
