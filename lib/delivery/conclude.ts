import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { ProviderOverrides } from '@/drizzle/schema/providers';
import { isOpen } from '@/lib/channels/open-recipient';
import { describeMisfit, type Misfit } from '@/lib/routing/carries';
import { nobodyCarries } from '@/lib/routing/pass-over';
import { effectiveFor } from '@/lib/settings/effective';
import { afterQuiet } from './after-quiet';
import type { Line, Turn } from './choose-provider';
import { describeOutcomes, describeSecondCopy, describeWait } from './describe-outcome';
import { finish, type Work } from './handling';
import { type Decision, decide, type Wait } from './next-state';
import { applyOutcomes } from './recipient-outcomes';
import { findProgress } from './schedule-progress';
import { beforeSecondCopy } from './second-copy';
import type { FinishedAttempt } from './settle';
import { findWait, waitInLine } from './wait-for-capacity';
import type { FoundWait } from './wait-for-pace';

type Conclusion = {
  candidates: StoredCandidate[];
  /** The provider in whose line the message belongs, as its way is full. */
  line: Line | null;
};

/** Nobody was asked: the message waits for whoever will have room, or for anybody to be there. */
export async function concludeWithoutAttempt(work: Work, { candidates, line }: Conclusion): Promise<void> {
  if (!line && isForNobody(work, candidates)) return giveUpUnasked(work, candidates);
  const wait = line ? await waitInLine(line) : await findWait(work, candidates);
  const decision = await decideNext(work, { outcomes: [], wait });
  await finish(work, {
    decision,
    events: describeWait(decision, candidates, work.message.reason),
    // Of what is parked, whoever it waits for: people look for it there.
    providerId: wait?.providerId,
  });
}

/** Its company has no room, so that nobody needs to be asked. */
export async function concludeInWait(work: Work, wait: Wait): Promise<void> {
  const decision = await decideNext(work, { outcomes: [], wait });
  await finish(work, { decision, events: describeWait(decision, [], work.message.reason) });
}

/** What it is keeps every provider that it may use from taking it: waiting would change nothing, and the reason is told. */
async function giveUpUnasked(work: Work, candidates: StoredCandidate[]): Promise<void> {
  const { message } = work;
  const misfits = candidates.flatMap(({ provider, misfit }) => (misfit ? { ...misfit, provider } : []));
  const reply = misfits
    .map(({ provider, ...misfit }) => describeMisfit(provider, misfit as Misfit))
    .join('; ');
  const outcomes = message.recipients.filter(isOpen).map(
    ({ address }): StoredOutcome => ({
      address,
      outcome: 'refused',
      fault: 'cannot_carry',
      permanent: true,
      code: 'unsupported',
      reply: reply.slice(0, 1000),
      misfits,
    }),
  );
  message.recipients = applyOutcomes(message.recipients, outcomes).map(giveUp);
  const decision = decideFor(work, { outcomes });
  await finish(work, { decision, events: describeOutcomes(decision, outcomes, { candidates }) });
}

/** Somebody was asked, and nobody is left to be. `heard`: what all of them said in this delivery. */
export async function concludeAttempt(
  work: Work,
  {
    candidates,
    line,
    heard,
    attempt,
    turn,
  }: Conclusion & { heard: StoredOutcome[]; attempt: FinishedAttempt; turn: Turn },
): Promise<void> {
  const { outcomes } = attempt;
  const wait = await waitAfter(work, { candidates, line, outcomes, turn });
  if (!wait && nobodyCanCarry(heard)) work.message.recipients = work.message.recipients.map(giveUp);
  const progress = await findProgress(work.message, outcomes);
  const { overrides } = turn.provider.row;
  const decision = await decideNext(work, { outcomes, wait, progress }, overrides);
  const providerId = wait?.providerId ?? turn.provider.row.id;
  await finish(work, {
    decision,
    attempts: [attempt],
    events: [
      ...describeSecondCopy(work, turn.provider),
      ...describeOutcomes(decision, outcomes, {
        providerId: turn.provider.row.id,
        before: work.message.reason,
      }),
    ],
    providerId,
  });
}

type Facts = {
  outcomes: StoredOutcome[];
  wait?: Wait;
  progress?: Parameters<typeof decide>[0]['progress'];
};

/** The same, and when it is taken up again. */
function decideNext(work: Work, facts: Facts, overrides?: ProviderOverrides): Promise<Decision> {
  return afterQuiet(work, beforeSecondCopy(work, decideFor(work, facts, overrides)));
}

/** With the schedule of the provider that was asked last, where it has one of its own. */
function decideFor({ message, settings }: Work, facts: Facts, overrides: ProviderOverrides = {}): Decision {
  const { category, retryCount, recipients, lastAttempt } = message;
  const { retries } = effectiveFor(settings, overrides);
  return decide({ category, retryCount, recipients, retries, tried: lastAttempt !== null, ...facts });
}

/**
 * Asked too fast, it waits for the same provider's pace. Whom this provider cannot carry waits for those who rest or are full at the
 * moment, and so does one whose next choice has no permit yet.
 */
async function waitAfter(
  work: Work,
  { candidates, line, outcomes, turn }: Conclusion & { outcomes: StoredOutcome[]; turn: Turn },
): Promise<FoundWait | undefined> {
  if (outcomes.some(({ outcome }) => outcome === 'unknown')) return undefined;
  if (outcomes.some(({ fault }) => fault === 'throttled')) return waitInLine(turn);
  if (line) return waitInLine(line);
  return outcomes.some(({ fault }) => fault === 'cannot_carry') ? findWait(work, candidates) : undefined;
}

/** None of those who were asked is ill or busy: trying again would change nothing. */
function nobodyCanCarry(heard: StoredOutcome[]): boolean {
  return (
    heard.some(({ fault }) => fault === 'cannot_carry') &&
    heard.every(
      ({ fault, outcome }) => outcome !== 'unknown' && fault !== 'provider' && fault !== 'throttled',
    )
  );
}

function isForNobody({ message }: Work, candidates: StoredCandidate[]): boolean {
  return nobodyCarries(candidates) && message.recipients.every(({ status }) => status !== 'unknown');
}

function giveUp(recipient: StoredRecipient): StoredRecipient {
  return isOpen(recipient) ? { ...recipient, status: 'failed' } : recipient;
}
