import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sleep } from '@/lib/async/abort';
import { unitsOf } from '@/lib/channels/units';
import { newId } from '@/lib/ids';
import { longestSendMs } from '@/lib/providers/longest-send';
import { doubtFacts } from '@/lib/providers/routing-facts';
import { OUR_OWN } from '@/lib/routing/provider-fault';
import { effectiveFor } from '@/lib/settings/effective';
import { beginAttempt } from './begin-attempt';
import type { Turn } from './choose-provider';
import { finish, goOn, type Work } from './handling';
import { HeldAttempt } from './held-attempt';
import { isStopping } from './pace/lanes';
import { notePace } from './pace/learn-pace';
import { applyOutcomes } from './recipient-outcomes';
import { letGo } from './release-claim';
import { sendThrough } from './send';
import type { FinishedAttempt } from './settle';
import { takeSendPermit } from './take-send-permit';
import { noteBegun, noteHandedOver } from './unsent';
import { noteQuotas } from './wait-for-capacity';
import { withdrawAttempt } from './withdraw-attempt';

/**
 * Sends through the provider whose turn it is. Where it could not be reached or refused for the moment, and nobody else could take over at once, again after a
 * moment, as often as the settings say. Null: the claim was lost to another worker, nothing more may be sent. `turned_away`: nothing was begun,
 * as the provider is to be left alone for longer or this process is about to stop.
 */
export async function attemptWith(work: Work, turn: Turn): Promise<FinishedAttempt | 'turned_away' | null> {
  try {
    return await attemptInTurn(work, turn);
  } finally {
    // Whatever was thrown: what was leased and not spent is given back, and the permit is free.
    turn.giveBack();
    turn.permit.leave();
  }
}

async function attemptInTurn(work: Work, turn: Turn): Promise<FinishedAttempt | 'turned_away' | null> {
  const { provider } = turn;
  const { retries } = effectiveFor(work.settings, provider.row.overrides);
  const tries = hasOthers(turn) ? 1 : retries.immediateTries;
  const delayMs = retries.immediateDelaySeconds * 1000;
  for (let tried = 1; ; tried++) {
    const attempt = await attemptOnce(work, turn);
    if (!attempt) return null;
    if (attempt === 'turned_away') return tried === 1 ? attempt : letGo(work).then(() => null);
    work.message.recipients = applyOutcomes(work.message.recipients, attempt.outcomes);
    await noteQuotas(provider, attempt.outcomes);
    if (attempt.outcomes.some(({ fault }) => fault === 'provider')) doubtFacts();
    if (tried >= tries || !invitesAnother(attempt.outcomes, delayMs) || isStopping()) {
      turn.giveBack(
        unitsOf(work.message, attempt.outcomes.filter(({ outcome }) => outcome !== 'refused').length),
      );
      return attempt;
    }
    const kept = await finish(work, {
      decision: goOn(work),
      attempts: [attempt],
      providerId: provider.row.id,
    });
    if (!kept) return null;
    await sleep(delayMs);
    const permit = await takeSendPermit(provider, work.message, true);
    if (!permit || permit === 'later') return letGo(work).then(() => null);
    turn.permit = permit;
  }
}

/** Another one takes over at once: that is quicker than waiting for this one. */
function hasOthers({ provider, candidates }: Turn): boolean {
  const own = candidates.find(({ providerId }) => providerId === provider.row.id)?.rank ?? 0;
  return candidates.some(({ rank }) => rank !== null && rank > own);
}

async function attemptOnce(work: Work, turn: Turn): Promise<FinishedAttempt | 'turned_away' | null> {
  const id = newId();
  const { workerId, message } = work;
  const { provider, candidates, permit } = turn;
  let turnedAway = false;
  const begin = async () => {
    noteBegun(id);
    const content = await beginAttempt({
      id,
      messageId: message.id,
      claimNo: message.claimNo,
      workerId,
      providerId: provider.row.id,
      provider: provider.row.name,
      candidates,
      sizeBytes: message.sizeBytes,
      longestMs: longestSendMs(provider, message.sizeBytes),
    });
    if (!content || (await permit.go())) return content;
    turnedAway = true;
    return null;
  };
  let held: HeldAttempt | undefined;
  const onHandOver = () => {
    noteHandedOver(id);
    if (provider.adapter.pools) held = new HeldAttempt({ id, messageId: message.id });
  };
  const onConnected = async (signal: AbortSignal) => held?.release(signal);
  const result = await sendThrough(provider, message, { begin, onHandOver, onConnected }).finally(() =>
    held?.end(),
  );
  // Nothing was begun, or it was taken back, or its outcome is known.
  noteHandedOver(id);
  if (turnedAway) return (await withdrawAttempt({ id, workerId, message })) ? 'turned_away' : null;
  permit.leave(result?.outcomes.some(({ outcome }) => outcome === 'accepted' || outcome === 'captured'));
  if (result) turn.pausedMs = await notePace(provider, { outcomes: result.outcomes, since: permit.since });
  return result && { id, ...result };
}

/** A sign-in that was refused, a target that is not allowed and a provider that cannot be read stay so until a person has mended them. */
const FOR_A_PERSON = /^(EAUTH|EOAUTH|EBLOCKED|EPORT|misconfigured)/;

/**
 * Not reached, or refused for the moment ("451 4.3.0 try again", a 503 of an API) by who names no longer pause: in five seconds it may work.
 * What is not the provider's own doing says nothing about that.
 */
function invitesAnother(outcomes: StoredOutcome[], delayMs: number): boolean {
  return outcomes.every(
    ({ fault, outcome, quota, permanent, retryAfterMs = 0, code = '' }) =>
      outcome === 'refused' &&
      fault === 'provider' &&
      !quota &&
      !permanent &&
      retryAfterMs <= delayMs &&
      !FOR_A_PERSON.test(code) &&
      !OUR_OWN.includes(code),
  );
}
