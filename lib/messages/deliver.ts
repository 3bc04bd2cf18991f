import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { sleep } from '@/lib/abort';
import { type NewEvent, newEvent } from '@/lib/events/event';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';
import { doubtFacts, routingFacts } from '@/lib/providers/facts';
import { currentSettings } from '@/lib/settings/current';
import type { DeliverySettings } from '@/lib/settings/schema';
import { beginAttempt } from './attempt';
import { type Decision, decide, mayRepeatUncertain } from './decide';
import { describeOutcomes } from './describe';
import { enterLane, isStopping } from './lanes';
import { applyOutcomes, isOpen } from './recipients';
import { nextTurn, type Routing, rankCandidates, type Turn } from './route';
import { sendThrough } from './send';
import { type FinishedAttempt, type Settlement, settle } from './settle';
import { takeMessages } from './take';
import { unclaim } from './unclaim';
import { findWait, noteQuotas } from './wait-for-room';

/**
 * WHERE A MESSAGE GETS SENT. A job wakes some messages; each is claimed and goes through the steps of `deliverMessage`.
 * A step that stops the delivery settles the message with the reason.
 */
export async function deliverMessages(workerId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await takeMessages(workerId, ids, async (claimed) => {
    const [providers, facts, { delivery }] = await Promise.all([
      cachedProviders(),
      routingFacts(),
      currentSettings(),
    ]);
    return Promise.allSettled(
      claimed.map((message) =>
        deliverMessage({ workerId, message, providers, facts, settings: delivery, policy: delivery }),
      ),
    );
  });
}

type Work = Routing & { workerId: string; settings: DeliverySettings };

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
  await finish(work, {
    decision: { status: anySent ? 'sent' : 'failed', reason: 'expired', retryMs: null, retryCount },
    recipients: expired,
    events: [newEvent('failed', { detail: { reason: 'expired' } })],
  });
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
  work.message.recipients = applyOutcomes(recipients, outcomes);
  const repeat = mayRepeatUncertain(category, work.settings.retries);
  const kept = await finish(work, {
    decision: {
      status: repeat ? 'sending' : 'uncertain',
      reason: 'interrupted',
      retryMs: null,
      retryCount,
    },
    attempts: [{ id: lastAttempt.id, durationMs: 0, outcomes, costMicros: 0 }],
    events: [
      newEvent('uncertain', { providerId: lastAttempt.providerId, detail: { reason: 'interrupted' } }),
    ],
  });
  return { stopped: !repeat || !kept, pinnedProviderId: lastAttempt.providerId };
}

/** One provider after the other, as long as the fault is the provider's and nothing is uncertain. */
async function tryCandidates(work: Work, ranked: StoredCandidate[]): Promise<void> {
  let { turn, candidates } = await nextTurn(work, ranked, 0);
  if (!turn && isStopping()) return letGo(work);
  if (!turn) return conclude(work, { candidates, outcomes: [] });
  for (let tried = 1; ; tried++) {
    const attempt = await attemptWith(work, turn);
    if (!attempt) return;
    const next = await turnAfter(work, attempt, candidates, tried);
    if (!next.turn) return conclude(work, { candidates, outcomes: attempt.outcomes, attempt, turn });
    if (!(await failOver(work, attempt, turn, next.turn))) return giveUp(next.turn);
    ({ turn, candidates } = next as { turn: Turn; candidates: StoredCandidate[] });
  }
}

/** Whoever takes over; nobody, where the result must be written first: it is known to nobody else, and the database may be away. */
async function turnAfter(
  work: Work,
  { outcomes }: FinishedAttempt,
  candidates: StoredCandidate[],
  tried: number,
): ReturnType<typeof nextTurn> {
  const nobody = { turn: null, candidates };
  if (!mayFailOver(outcomes)) return nobody;
  return nextTurn(work, candidates, tried).catch((error: unknown) => {
    log.warn('no other provider could be asked', { messageId: work.message.id, error });
    return nobody;
  });
}

/** Nothing was begun: another worker sends it. */
function letGo({ workerId, message }: Work): Promise<void> {
  return unclaim({ messageId: message.id, workerId, claimNo: message.claimNo });
}

function giveUp({ giveBack, place }: Turn): void {
  giveBack();
  place.leave();
}

/**
 * Sends through the provider whose turn it is; again at once where it could not be reached and the settings say so.
 * Null: the claim was lost to another worker, nothing more may be sent.
 */
async function attemptWith(work: Work, turn: Turn): Promise<FinishedAttempt | null> {
  const { immediateTries, immediateDelaySeconds } = work.settings.retries;
  for (let tries = 1; ; tries++) {
    const attempt = await attemptOnce(work, turn);
    if (!attempt) return null;
    work.message.recipients = applyOutcomes(work.message.recipients, attempt.outcomes);
    await noteQuotas(turn.provider, attempt.outcomes);
    if (attempt.outcomes.some(({ fault }) => fault === 'provider')) doubtFacts();
    if (tries >= immediateTries || !invitesAnother(attempt.outcomes) || isStopping()) return attempt;
    const { retryCount } = work.message;
    const keep: Decision = { status: 'sending', reason: null, retryMs: null, retryCount };
    if (!(await finish(work, { decision: keep, attempts: [attempt], provider: turn.provider }))) return null;
    await sleep(immediateDelaySeconds * 1000);
    const place = await enterLane(turn.provider, work.message.priority);
    if (!place) return letGo(work).then(() => null);
    turn.place = place;
  }
}

async function attemptOnce(
  work: Work,
  { provider, candidates, giveBack, place }: Turn,
): Promise<FinishedAttempt | null> {
  const id = newId();
  const { workerId, message } = work;
  const begin = () =>
    beginAttempt({
      id,
      messageId: message.id,
      claimNo: message.claimNo,
      workerId,
      providerId: provider.row.id,
      provider: provider.row.name,
      candidates,
      sizeBytes: message.sizeBytes,
    });
  const result = await sendThrough(provider, message, begin).finally(place.leave);
  if (!result || result.outcomes.every(({ fault }) => fault === 'provider')) giveBack();
  return result && { id, ...result };
}

/** Node's and nodemailer's names for a server that was not reached, and SMTP's "closing now". A wrong password stays wrong. */
const UNREACHED = /^(421|E(?!AUTH)[A-Z]+)$/;

function invitesAnother(outcomes: StoredOutcome[]): boolean {
  return outcomes.every(
    ({ fault, outcome, quota, code }) =>
      outcome === 'refused' && fault === 'provider' && !quota && UNREACHED.test(code ?? ''),
  );
}

function mayFailOver(outcomes: StoredOutcome[]): boolean {
  return (
    outcomes.some((outcome) => outcome.fault === 'provider') &&
    !outcomes.some((outcome) => outcome.outcome === 'unknown')
  );
}

/** The next provider takes over under the same claim; the event says from whom, to whom, why and at what extra cost. */
function failOver(work: Work, attempt: FinishedAttempt, from: Turn, to: Turn): Promise<boolean> {
  const { retryCount } = work.message;
  const fault = attempt.outcomes.find((outcome) => outcome.fault === 'provider');
  const extraCostMicros = to.provider.row.costMicros - from.provider.row.costMicros;
  return finish(work, {
    decision: { status: 'sending', reason: null, retryMs: null, retryCount },
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
    provider: from.provider,
    failover: { toId: to.provider.row.id, extraCostMicros },
  });
}

type Conclusion = {
  candidates: StoredCandidate[];
  outcomes: StoredOutcome[];
  attempt?: FinishedAttempt;
  turn?: Turn;
};

async function conclude(work: Work, { candidates, outcomes, attempt, turn }: Conclusion): Promise<void> {
  const { category, retryCount, recipients } = work.message;
  const wait = attempt ? undefined : await findWait(work, candidates);
  const { retries } = work.settings;
  const decision = decide({ category, retryCount, recipients, outcomes, retries, wait });
  await finish(work, {
    decision,
    attempts: attempt && [attempt],
    events: describeOutcomes(decision, outcomes, turn?.provider.row),
    provider: turn?.provider,
  });
}

type Result = {
  decision: Decision;
  recipients?: StoredRecipient[];
  attempts?: FinishedAttempt[];
  events?: NewEvent[];
  provider?: Turn['provider'];
  failover?: Settlement['failover'];
};

/** False: the claim was lost, the message is in other hands. */
function finish({ message, workerId }: Work, result: Result): Promise<boolean> {
  const { decision, recipients, attempts = [], events = [], provider, failover } = result;
  return settle({
    messageId: message.id,
    workerId,
    claimNo: message.claimNo,
    category: message.category,
    ...decision,
    providerId: provider?.row.id ?? null,
    recipients: recipients ?? message.recipients,
    attempts,
    events,
    failover,
  });
}
