import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import { type NewEvent, newEvent } from '@/lib/events/new-event';
import type { LoadedProvider } from '@/lib/providers/load';
import type { Work } from './handling';
import type { Decision } from './next-state';
import { isInLine } from './waiting-line';

type Circumstances = {
  providerId?: string;
  before?: string | null;
  /** Nobody was asked: why not, told once. */
  candidates?: StoredCandidate[];
};

/** The events of a finished delivery: one for each recipient with a result of its own, and one for what happens next. */
export function describeOutcomes(
  decision: Decision,
  outcomes: StoredOutcome[],
  { providerId, before = null, candidates }: Circumstances = {},
): NewEvent[] {
  const isLast = decision.retryMs === null && decision.status !== 'parked';
  const perRecipient = outcomes.flatMap((outcome) => {
    const type = eventTypeOf(outcome, isLast);
    const { code, reply, misfits, played, declined, rule } = outcome;
    const detail = { code, reply, misfits, played, ...(declined && { declined }), ...(rule && { rule }) };
    return type ? [newEvent(type, { recipient: outcome.address, providerId, detail })] : [];
  });
  const [first] = perRecipient;
  if (first && candidates) first.detail = { ...first.detail, ...shown(candidates) };
  // That it waits for the pace was told when it began to.
  return decision.reason === 'paced' && before === 'paced'
    ? perRecipient
    : [...perRecipient, ...nextStep(decision)];
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
  const waits =
    ['breaker_open', 'company_limit', 'warm_up'].includes(decision.reason ?? '') || isInLine(decision.reason);
  if (waits && decision.reason === before) return [];
  return nextStep(decision, shown(candidates));
}

function shown(candidates: StoredCandidate[]) {
  return { candidates: candidates.map(({ providerId: _providerId, ...candidate }) => candidate) };
}

function eventTypeOf(outcome: StoredOutcome, isLast: boolean) {
  if (outcome.outcome === 'accepted') return 'sent';
  if (outcome.outcome === 'captured') return 'captured';
  if (outcome.outcome === 'unknown') return 'uncertain';
  if (outcome.fault === 'content' || (outcome.fault === 'cannot_carry' && isLast)) return 'failed';
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

/** Said on the message's page: this provider was asked although another one may have the message already. */
export function describeSecondCopy({ doubt, providers }: Work, { row }: LoadedProvider): NewEvent[] {
  if (!doubt || doubt.providerId === row.id) return [];
  const from = providers.find((provider) => provider.row.id === doubt.providerId)?.row.name;
  return [newEvent('second_copy', { providerId: row.id, detail: { from, to: row.name } })];
}
