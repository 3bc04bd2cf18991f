import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import { type NewEvent, newEvent } from '@/lib/events/event';
import type { Decision } from './decide';

/** The events of a finished delivery: one for each recipient with a result of its own, and one for what happens next. */
export function describeOutcomes(
  decision: Decision,
  outcomes: StoredOutcome[],
  providerId?: string,
): NewEvent[] {
  const perRecipient = outcomes.flatMap((outcome) => {
    const type = eventTypeOf(outcome);
    const { code, reply } = outcome;
    return type ? [newEvent(type, { recipient: outcome.address, providerId, detail: { code, reply } })] : [];
  });
  return [...perRecipient, ...nextStep(decision)];
}

/**
 * The event of a delivery in which nobody was asked, with why each provider was passed over: there is no attempt to keep that. A message
 * that wakes and waits on for the same has nothing to tell.
 */
export function describeWait(
  decision: Decision,
  candidates: StoredCandidate[],
  before: string | null,
): NewEvent[] {
  const waits = decision.reason === 'breaker_open' || decision.reason === 'no_room';
  if (waits && decision.reason === before) return [];
  return nextStep(decision, {
    candidates: candidates.map(({ providerId: _providerId, ...candidate }) => candidate),
  });
}

function eventTypeOf(outcome: StoredOutcome) {
  if (outcome.outcome === 'accepted') return 'sent';
  if (outcome.outcome === 'unknown') return 'uncertain';
  if (outcome.fault === 'content') return 'failed';
  if (outcome.fault === 'recipient') return outcome.permanent ? 'bounced' : 'deferred';
  return null;
}

function nextStep({ status, reason, retryMs }: Decision, why?: object): NewEvent[] {
  if (status === 'retrying')
    return [
      newEvent('deferred', {
        detail: { reason, retryAt: new Date(Date.now() + (retryMs ?? 0)).toISOString(), ...why },
      }),
    ];
  if (status !== 'parked') return [];
  const until = retryMs === null ? undefined : new Date(Date.now() + retryMs).toISOString();
  return [newEvent('parked', { detail: { reason, until, ...why } })];
}
