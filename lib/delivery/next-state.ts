import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { isOpen, isServed } from '@/lib/channels/open-recipient';
import type { Status } from '@/lib/messages/status';
import { nextRetry, type Progress, type Retry, type RetryPolicy } from './retry-schedule';

/** Why a message stands where it stands; the panel has a sentence for each. */
export type Reason =
  | 'no_provider'
  | 'no_room'
  | 'company_limit'
  | 'warm_up'
  | 'paced'
  | 'breaker_open'
  | 'all_failed'
  | 'deferred'
  | 'recipient_refused'
  | 'suppressed'
  | 'content_refused'
  | 'cannot_carry'
  | 'expired'
  | 'uncertain'
  | 'interrupted'
  | 'canceled';

export type Decision = { status: Status; reason: Reason | null; retryMs: number | null; retryCount: number };

/** An outcome that nobody knows may be tried again by the same provider where a second copy is better than none. */
export function mayRepeatUncertain(category: string, { repeatUncertain }: RetryPolicy): boolean {
  return (repeatUncertain as string[]).includes(category);
}

/** It waits for a provider: for its turn in the pace, for room in its limits, or until it works again; or for room in its company's. No try is spent on that. */
export type Wait = { reason: 'paced' | 'no_room' | 'company_limit' | 'warm_up' | 'breaker_open'; ms: number };

type Facts = {
  category: string;
  retryCount: number;
  recipients: StoredRecipient[];
  outcomes: StoredOutcome[];
  retries: RetryPolicy;
  wait?: Wait;
  progress?: Progress;
  /** Somebody was asked already, in this delivery or an earlier one. */
  tried?: boolean;
};

/** The next state after a delivery in which no provider is left to try; the only place where a result becomes a state. */
export function decide(facts: Facts): Decision {
  const { category, retryCount, recipients, outcomes, retries, wait } = facts;
  const open = recipients.filter(isOpen);
  if (open.length === 0) return { ...finalState(recipients, outcomes), retryMs: null, retryCount };
  const isUnknown = open.some((recipient) => recipient.status === 'unknown');
  if (isUnknown && !mayRepeatUncertain(category, retries))
    return { status: 'uncertain', reason: 'uncertain', retryMs: null, retryCount };
  if (wait)
    return { status: statusInWait(facts, isUnknown), reason: wait.reason, retryMs: wait.ms, retryCount };
  if (isUnknown) return retryOr('uncertain', 'uncertain', nextRetry(retries, retryCount));
  const deferral = outcomes.some((outcome) => outcome.fault === 'recipient' && !outcome.permanent);
  const reason = deferral ? 'deferred' : outcomes.length > 0 ? 'all_failed' : 'no_provider';
  return retryOr('parked', reason, nextRetry(retries, retryCount, deferral, findAsked(facts)));
}

/** What only waits for its turn in a pace is on its way. */
function statusInWait({ wait, tried, outcomes }: Facts, isUnknown: boolean): Status {
  if (isUnknown) return 'retrying';
  if (wait?.reason !== 'paced') return 'parked';
  return tried || outcomes.length > 0 ? 'retrying' : 'queued';
}

/** The longest of the delays that were asked for. */
function findAsked({ outcomes, progress = { elapsedMs: 0, tries: 1 } }: Facts) {
  const delays = outcomes.flatMap((outcome) => outcome.retryAfterMs ?? []);
  return delays.length > 0 ? { ...progress, askedMs: Math.max(...delays) } : undefined;
}

/** As often in a row its worker died over a message, it is tried again at once; then the message itself may be what killed it. */
const REPEATS_AT_ONCE = 3;

type Interrupted = Pick<Facts, 'category' | 'retryCount' | 'retries'> & {
  /** In a row, this one included. */
  interruptions: number;
};

/** The next state after an attempt that was begun and never finished. `sending`: the same provider repeats it now. */
export function decideInterrupted({ category, retryCount, retries, interruptions }: Interrupted): Decision {
  const reason = 'interrupted';
  if (!mayRepeatUncertain(category, retries))
    return { status: 'uncertain', reason, retryMs: null, retryCount };
  if (interruptions <= REPEATS_AT_ONCE) return { status: 'sending', reason, retryMs: null, retryCount };
  return retryOr('uncertain', reason, nextRetry(retries, retryCount));
}

/** The next state after a delivery that threw before anything was sent. */
export function decideThrown({ retryCount, retries }: Pick<Facts, 'retryCount' | 'retries'>): Decision {
  return retryOr('parked', 'interrupted', nextRetry(retries, retryCount));
}

/** Nobody is left but who is suppressed, or has it, or was refused. */
export function decideSuppressed({
  recipients,
  retryCount,
}: Pick<Facts, 'recipients' | 'retryCount'>): Decision {
  return { ...finalState(recipients, []), retryMs: null, retryCount };
}

function retryOr(otherwise: 'parked' | 'uncertain', reason: Reason, retry: Retry): Decision {
  return { status: retry.retryMs === null ? otherwise : 'retrying', reason, ...retry };
}

/**
 * Sent if anyone got it, delivered if that was told of all who did; captured if a sandbox keeps it and nobody got it; bounced if addresses
 * were refused; failed if the content was.
 */
function finalState(
  recipients: StoredRecipient[],
  outcomes: StoredOutcome[],
): { status: Status; reason: Reason | null } {
  const has = (status: StoredRecipient['status']) =>
    recipients.some((recipient) => recipient.status === status);
  const taken = takenState(recipients);
  const refused = has('bounced') || has('failed');
  if (taken)
    return {
      status: taken,
      reason: refused ? 'recipient_refused' : has('suppressed') ? 'suppressed' : null,
    };
  if (!refused && has('suppressed')) return { status: 'suppressed', reason: 'suppressed' };
  return has('bounced')
    ? { status: 'bounced', reason: 'recipient_refused' }
    : { status: 'failed', reason: wasCarriedBy(outcomes) ? 'content_refused' : 'cannot_carry' };
}

/** What a message is that anybody has, be it a sandbox; null: nobody has it. */
export function takenState(recipients: StoredRecipient[]): 'sent' | 'delivered' | 'captured' | null {
  if (recipients.some(({ status }) => status === 'accepted')) return 'sent';
  if (recipients.some(isServed)) return 'delivered';
  return recipients.some(({ status }) => status === 'captured') ? 'captured' : null;
}

/** Somebody could have carried it, had its content been another one. */
function wasCarriedBy(outcomes: StoredOutcome[]): boolean {
  return !outcomes.some(({ fault }) => fault === 'cannot_carry');
}
