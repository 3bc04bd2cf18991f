import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { isOpen } from './recipients';
import { nextRetryMs } from './retry';
import type { Status } from './schema';

/** Why a message stands where it stands; the panel has a sentence for each. */
export type Reason =
  | 'no_provider'
  | 'all_failed'
  | 'deferred'
  | 'recipient_refused'
  | 'content_refused'
  | 'expired'
  | 'uncertain'
  | 'interrupted'
  | 'canceled';

export type Decision = { status: Status; reason: Reason | null; retryMs: number | null; retryCount: number };

/** An outcome that nobody knows may be tried again by the same provider where a second copy is better than none. */
export function mayRepeatUncertain(category: string): boolean {
  return category === 'transactional';
}

type Facts = {
  category: string;
  retryCount: number;
  recipients: StoredRecipient[];
  outcomes: StoredOutcome[];
};

/** The next state after a delivery in which no provider is left to try; the only place where a result becomes a state. */
export function decide({ category, retryCount, recipients, outcomes }: Facts): Decision {
  const open = recipients.filter(isOpen);
  if (open.length === 0) return { ...finalState(recipients), retryMs: null, retryCount };
  if (open.some((recipient) => recipient.status === 'unknown')) {
    if (!mayRepeatUncertain(category))
      return { status: 'uncertain', reason: 'uncertain', retryMs: null, retryCount };
    return retryOr('uncertain', 'uncertain', retryCount, nextRetryMs(retryCount, false));
  }
  const deferral = outcomes.some((outcome) => outcome.fault === 'recipient' && !outcome.permanent);
  const delays = outcomes.flatMap((outcome) => outcome.retryAfterMs ?? []);
  const retryMs = nextRetryMs(retryCount, deferral, delays.length > 0 ? Math.max(...delays) : undefined);
  return retryOr(
    'parked',
    deferral ? 'deferred' : outcomes.length > 0 ? 'all_failed' : 'no_provider',
    retryCount,
    retryMs,
  );
}

function retryOr(
  otherwise: 'parked' | 'uncertain',
  reason: Reason,
  retryCount: number,
  retryMs: number | null,
): Decision {
  if (retryMs === null) return { status: otherwise, reason, retryMs: null, retryCount };
  return { status: 'retrying', reason, retryMs, retryCount: retryCount + 1 };
}

/** Sent if anyone got it; bounced if addresses were refused; failed if the content was. */
function finalState(recipients: StoredRecipient[]): { status: Status; reason: Reason | null } {
  const has = (status: StoredRecipient['status']) =>
    recipients.some((recipient) => recipient.status === status);
  if (has('accepted'))
    return { status: 'sent', reason: has('bounced') || has('failed') ? 'recipient_refused' : null };
  return has('bounced')
    ? { status: 'bounced', reason: 'recipient_refused' }
    : { status: 'failed', reason: 'content_refused' };
}
