import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { type NewEvent, newEvent } from '@/lib/events/event';
import { newId } from '@/lib/ids';
import { cachedProviders } from '@/lib/providers/cache';
import type { LoadedProvider } from '@/lib/providers/load';
import { rankProviders } from '@/lib/routing/rank';
import type { RoutingPolicy, RoutingProvider } from '@/lib/routing/types';
import { beginAttempt } from './attempt';
import { type ClaimedMessage, claimMessages } from './claim';
import { type Decision, decide, mayRepeatUncertain } from './decide';
import { describeOutcomes } from './describe';
import { applyOutcomes, isOpen } from './recipients';
import { sendThrough } from './send';
import { type FinishedAttempt, type Settlement, settle } from './settle';

/**
 * WHERE A MESSAGE GETS SENT. A job wakes some messages; each is claimed and goes through the steps of `deliverMessage`.
 * A step that stops the delivery settles the message with the reason.
 */
export async function deliverMessages(workerId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await claimMessages(workerId, ids);
  if (claimed.length === 0) return;
  const providers = await cachedProviders();
  await Promise.all(claimed.map((message) => deliverMessage({ workerId, message, providers })));
}

type Work = { workerId: string; message: ClaimedMessage; providers: LoadedProvider[] };

async function deliverMessage(work: Work): Promise<void> {
  if (await stopIfExpired(work)) return;
  const interruption = await resolveInterruption(work);
  if (interruption.stopped) return;
  const candidates = rankCandidates(work, interruption.pinnedProviderId);
  await tryCandidates(work, candidates);
}

/** `expiresAt` has passed: a late message would be worse than none. */
async function stopIfExpired(work: Work): Promise<boolean> {
  const { expiresAt, retryCount, recipients } = work.message;
  if (!expiresAt || expiresAt.getTime() > Date.now()) return false;
  const expired = recipients.map((recipient) =>
    isOpen(recipient) ? { ...recipient, status: 'failed' as const } : recipient,
  );
  const anySent = recipients.some((recipient) => recipient.status === 'accepted');
  await finish(
    work,
    { status: anySent ? 'sent' : 'failed', reason: 'expired', retryMs: null, retryCount },
    expired,
    [],
    [newEvent('failed', { detail: { reason: 'expired' } })],
  );
  return true;
}

/**
 * An attempt that was begun and never finished (its worker died), or whose outcome is unknown: the provider may have the
 * message. It is never handed to another one blindly: the same provider repeats it where policy allows, else it stops here.
 */
async function resolveInterruption(
  work: Work,
): Promise<{ stopped: boolean; pinnedProviderId: string | null }> {
  const { lastAttempt, recipients, category, retryCount } = work.message;
  if (!lastAttempt) return { stopped: false, pinnedProviderId: null };
  if (lastAttempt.finished) {
    const unknown = recipients.some((recipient) => recipient.status === 'unknown');
    return { stopped: false, pinnedProviderId: unknown ? lastAttempt.providerId : null };
  }
  const outcomes: StoredOutcome[] = recipients
    .filter(isOpen)
    .map(({ email }) => ({ address: email, outcome: 'unknown', code: 'interrupted' }));
  const attempt: FinishedAttempt = { id: lastAttempt.id, durationMs: 0, outcomes, costMicros: 0 };
  work.message.recipients = applyOutcomes(recipients, outcomes);
  const event = newEvent('uncertain', {
    providerId: lastAttempt.providerId,
    detail: { reason: 'interrupted' },
  });
  const repeat = mayRepeatUncertain(category);
  const decision: Decision = repeat
    ? { status: 'sending', reason: 'interrupted', retryMs: null, retryCount }
    : { status: 'uncertain', reason: 'interrupted', retryMs: null, retryCount };
  const kept = await finish(work, decision, work.message.recipients, [attempt], [event]);
  return { stopped: !repeat || !kept, pinnedProviderId: lastAttempt.providerId };
}

/** Every provider with its rank, or why it was passed over; kept with the attempt. */
function rankCandidates(work: Work, pinnedProviderId: string | null): StoredCandidate[] {
  const { id, channel, category, priority, providerIds, fromEmail } = work.message;
  return rankProviders(
    work.providers.map(({ row }) => toFacts(row)),
    {
      channel,
      category,
      companyId: null,
      priority,
      fromDomain: fromEmail?.split('@').at(-1) ?? null,
      hasSender: fromEmail !== null,
      providerIds,
      pinnedProviderId,
      seed: id,
    },
    POLICY,
  );
}

const POLICY: RoutingPolicy = {
  strategies: { transactional: 'priority', marketing: 'cost' },
  balanced: { cost: 30, reliability: 50, speed: 20 },
  breaker: { unhealthyBelowPercent: 50 },
};

function toFacts(row: LoadedProvider['row']): RoutingProvider {
  return {
    id: row.id,
    name: row.name,
    channel: row.channel,
    companyId: row.companyId,
    active: row.active,
    priority: row.priority,
    weight: row.weight,
    weightPercent: 100,
    costMicros: row.costMicros,
    categories: row.categories,
    senderDomains: null,
    fallbackId: row.fallbackId,
    hasSender: row.fromEmail !== null,
    breaker: 'closed',
    openUntil: null,
    consecutiveFailures: 0,
    successRate: null,
    averageMs: null,
    full: null,
    overSoftBudget: false,
  };
}

/** One provider after the other, as long as the fault is the provider's and nothing is uncertain. */
async function tryCandidates(work: Work, candidates: StoredCandidate[]): Promise<void> {
  const ranked = candidates.filter((candidate) => candidate.rank !== null);
  let lastOutcomes: StoredOutcome[] = [];
  for (const [index, candidate] of ranked.entries()) {
    const provider = work.providers.find(({ row }) => row.id === candidate.providerId)!;
    const attempt = await attemptWith(work, provider, candidates);
    if (!attempt) return;
    work.message.recipients = applyOutcomes(work.message.recipients, attempt.outcomes);
    lastOutcomes = attempt.outcomes;
    const next = ranked[index + 1];
    if (!next || !mayFailOver(attempt.outcomes)) return conclude(work, lastOutcomes, attempt, provider);
    const kept = await failOver(work, attempt, provider, next);
    if (!kept) return;
  }
  await conclude(work, lastOutcomes);
}

/** Null: the claim was lost to another worker before anything was sent. */
async function attemptWith(
  work: Work,
  provider: LoadedProvider,
  candidates: StoredCandidate[],
): Promise<FinishedAttempt | null> {
  const id = newId();
  const { workerId, message } = work;
  const result = await sendThrough(provider, message, () =>
    beginAttempt({
      id,
      messageId: message.id,
      claimNo: message.claimNo,
      workerId,
      providerId: provider.row.id,
      provider: provider.row.name,
      candidates,
    }),
  );
  return result && { id, ...result };
}

function mayFailOver(outcomes: StoredOutcome[]): boolean {
  return (
    outcomes.some((outcome) => outcome.fault === 'provider') &&
    !outcomes.some((outcome) => outcome.outcome === 'unknown')
  );
}

/** The next provider takes over under the same claim; the event says from whom, to whom and why. */
function failOver(
  work: Work,
  attempt: FinishedAttempt,
  from: LoadedProvider,
  to: StoredCandidate,
): Promise<boolean> {
  const { recipients, retryCount } = work.message;
  const fault = attempt.outcomes.find((outcome) => outcome.fault === 'provider');
  const event = newEvent('failover', {
    providerId: to.providerId,
    detail: { from: from.row.name, to: to.provider, code: fault?.code, reply: fault?.reply },
  });
  const decision: Decision = { status: 'sending', reason: null, retryMs: null, retryCount };
  const toRow = work.providers.find(({ row }) => row.id === to.providerId)!.row;
  const failover = { toId: to.providerId, extraCostMicros: toRow.costMicros - from.row.costMicros };
  return finish(work, decision, recipients, [attempt], [event], from.row.id, failover);
}

async function conclude(
  work: Work,
  outcomes: StoredOutcome[],
  attempt?: FinishedAttempt,
  provider?: LoadedProvider,
): Promise<void> {
  const { category, retryCount, recipients } = work.message;
  const decision = decide({ category, retryCount, recipients, outcomes });
  const events = describeOutcomes(decision, outcomes, provider?.row);
  await finish(work, decision, recipients, attempt ? [attempt] : [], events, provider?.row.id);
}

function finish(
  work: Work,
  decision: Decision,
  recipients: StoredRecipient[],
  attempts: FinishedAttempt[],
  events: NewEvent[],
  providerId: string | null = null,
  failover?: Settlement['failover'],
): Promise<boolean> {
  const { id, claimNo, category } = work.message;
  return settle({
    messageId: id,
    workerId: work.workerId,
    claimNo,
    category,
    ...decision,
    providerId,
    recipients,
    attempts,
    events,
    failover,
  });
}
