import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { newEvent } from '@/lib/events/event';
import { isOpen } from './recipients';
import type { Turn } from './route';
import type { FinishedAttempt } from './settle';
import { finish, goOn, type Work } from './work';

/** It was the provider's fault, and nobody can have the message. */
export function mayFailOver(outcomes: StoredOutcome[]): boolean {
  return (
    outcomes.some((outcome) => outcome.fault === 'provider') &&
    !outcomes.some((outcome) => outcome.outcome === 'unknown')
  );
}

/** The next provider takes over under the same claim; the event says from whom, to whom, why and at what extra cost. */
export function failOver(work: Work, attempt: FinishedAttempt, from: Turn, to: Turn): Promise<boolean> {
  const fault = attempt.outcomes.find((outcome) => outcome.fault === 'provider');
  const handedOn = work.message.recipients.filter(isOpen).length;
  const extraCostMicros = (to.provider.row.costMicros - from.provider.row.costMicros) * handedOn;
  return finish(work, {
    decision: goOn(work),
    attempts: [attempt],
    events: [
      newEvent('failover', {
        providerId: to.provider.row.id,
        detail: {
          from: from.provider.row.name,
          to: to.provider.row.name,
          code: fault?.code,
          reply: fault?.reply,
          extraCostMicros,
        },
      }),
    ],
    providerId: from.provider.row.id,
    failover: { toId: to.provider.row.id, extraCostMicros },
  });
}
