import { isPlayed } from '@/lib/metrics/played';

/**
 * Which messages wait: the one definition, as SQL, for the number (`lib/backlog/counts.ts`) and for the list behind it. Being sent is a
 * living claim; due is whose time has come, and who only waits for a provider's pace.
 */
export const OPEN = `messages.status in ('scheduled', 'queued', 'retrying', 'parked')`;
export const SENDING = 'coalesce(messages.claimed_until > now(), false)';
export const DUE = `coalesce(messages.due_at <= now() or messages.reason = 'paced', false)`;

const FOR_ROOM = `messages.reason in ('no_room', 'company_limit', 'warm_up')`;

/**
 * Filters of the list beside the states: what waits now, and what its time keeps for later. Of what is parked: all that is not due, what
 * waits for a person, for a limit to renew, and for a provider to work again. Of what was sent: what reached only some of its recipients.
 */
export const GROUPS = {
  waiting: `(${OPEN} and (${SENDING} or ${DUE}))`,
  later: `(messages.status in ('scheduled', 'queued', 'retrying') and not ${SENDING} and not ${DUE})`,
  set_aside: `(messages.status = 'parked' and not ${SENDING} and not ${DUE})`,
  held: `(messages.status = 'parked' and messages.due_at is null)`,
  for_room: `(messages.status = 'parked' and messages.due_at is not null and ${FOR_ROOM})`,
  for_provider: `(messages.status = 'parked' and messages.due_at is not null and messages.reason = 'breaker_open')`,
  // As the figures count them: what came back later was sent; what a person closed is neither.
  handed_over: `(messages.reason is distinct from 'canceled' and (messages.status in ('sent', 'delivered') or messages.status in ('bounced', 'failed') and messages.seen & 256 <> 0))`,
  not_sent: `(messages.reason is distinct from 'canceled' and messages.status in ('bounced', 'failed') and messages.seen & 256 = 0 and not ${isPlayed('messages')})`,
  // In the words of its index.
  partly: `(messages.status in ('sent', 'delivered') and messages.reason = 'recipient_refused')`,
} as const;

export type Group = keyof typeof GROUPS;

export const isGroup = (value: string): value is Group => Object.hasOwn(GROUPS, value);
