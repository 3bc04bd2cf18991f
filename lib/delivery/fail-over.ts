import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { isOpen } from '@/lib/channels/open-recipient';
import { unitsOf } from '@/lib/channels/units';
import { newEvent } from '@/lib/events/new-event';
import { effectiveFor } from '@/lib/settings/effective';
import type { Turn } from './choose-provider';
import { describeSecondCopy } from './describe-outcome';
import { finish, goOn, type Work } from './handling';
import type { FinishedAttempt } from './settle';

/**
 * It was the provider's fault, or it cannot carry such a message, and nobody can have it. One that was asked too fast is waited for, unless
 * that would take too long.
 */
export function mayFailOver(
  { settings }: Work,
  outcomes: StoredOutcome[],
  { provider, pausedMs = 0 }: Turn,
): boolean {
  if (outcomes.some(({ outcome }) => outcome === 'unknown')) return false;
  if (outcomes.some(isPassedOn)) return true;
  const { pace } = effectiveFor(settings, provider.row.overrides);
  return outcomes.some(({ fault }) => fault === 'throttled') && pausedMs > pace.failOverAfterSeconds * 1000;
}

function isPassedOn({ fault }: StoredOutcome): boolean {
  return fault === 'provider' || fault === 'cannot_carry';
}

/** The next provider takes over under the same claim; the event says from whom, to whom, why and at what extra cost. */
export function failOver(work: Work, attempt: FinishedAttempt, from: Turn, to: Turn): Promise<boolean> {
  const { outcomes } = attempt;
  const fault = outcomes.find(isPassedOn) ?? outcomes.find(({ fault: kind }) => kind === 'throttled');
  const handedOn = unitsOf(work.message, work.message.recipients.filter(isOpen).length);
  const extraCostMicros = (to.provider.row.costMicros - from.provider.row.costMicros) * handedOn;
  return finish(work, {
    decision: goOn(work),
    attempts: [attempt],
    events: [
      ...describeSecondCopy(work, from.provider),
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
