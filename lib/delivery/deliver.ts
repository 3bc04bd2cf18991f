import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import { domainStandings } from '@/lib/alignment/standings';
import { warmUpStandings } from '@/lib/capacity/warm-ups';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';
import { routingFacts } from '@/lib/providers/routing-facts';
import { currentSettings } from '@/lib/settings/current';
import { findSuppressed } from '@/lib/suppressions/find-suppressed';
import { attemptWith } from './attempt-with-provider';
import { type NextTurn, nextTurn, rankCandidates, type Turn } from './choose-provider';
import { type ClaimedMessage, claimLine, type LineRequest } from './claim';
import { type Delivery, hold, takeMessages } from './claim-and-run';
import { takeCompanyRoom } from './company-room';
import { concludeAttempt, concludeInWait, concludeWithoutAttempt } from './conclude';
import { describeOutcomes } from './describe-outcome';
import { keepFromOthers } from './development';
import { failOver, mayFailOver } from './fail-over';
import { finish, goOn, type Work } from './handling';
import { putOff, resolveInterruption } from './interruption';
import { letGo } from './release-claim';
import type { FinishedAttempt } from './settle';
import { stopIfExpired } from './stop-if-expired';
import { stopIfNobodyWaits } from './stop-if-nobody-waits';
import { type Finder, stopIfSuppressed } from './stop-if-suppressed';

/**
 * WHERE A MESSAGE GETS SENT. A job wakes some messages; each is claimed and goes through the steps of `deliverMessage`.
 * A step that stops the delivery settles the message with the reason. Resolves when all of them came to rest or to a wait.
 */
export async function deliverMessages(workerId: string, ids: string[]): Promise<void> {
  await settled(await begin(workerId, ids), ({ done }) => done);
}

/** The same for a job: whose worker is free for others as soon as each message has one at a provider, or waits. */
export async function takeUpMessages(workerId: string, ids: string[]): Promise<void> {
  await settled(await begin(workerId, ids), ({ admitted }) => admitted);
}

/** The first ones of the line in front of a provider. @returns how many there were, and in the end whether one of them could begin */
export async function takeUpLine(
  workerId: string,
  line: LineRequest,
): Promise<{ taken: number; moved: Promise<boolean> }> {
  const claimed = await claimLine(workerId, line);
  let moved = false;
  const deliveries = await hold(workerId, claimed, (messages) =>
    deliverEach(workerId, messages, () => {
      moved = true;
    }),
  );
  return { taken: claimed.length, moved: settled(deliveries, ({ admitted }) => admitted).then(() => moved) };
}

async function begin(workerId: string, ids: string[]): Promise<Delivery[]> {
  return ids.length === 0 ? [] : takeMessages(workerId, ids, (claimed) => deliverEach(workerId, claimed));
}

async function settled(deliveries: Delivery[], which: (delivery: Delivery) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(deliveries.map(which));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function deliverEach(
  workerId: string,
  claimed: ClaimedMessage[],
  onPlace: () => void = () => undefined,
): Promise<Delivery[]> {
  const { delivery } = await currentSettings();
  await keepFromOthers(claimed, delivery.development);
  const [providers, facts, standings, warmUps, suppressed] = await Promise.all([
    cachedProviders(),
    routingFacts(),
    domainStandings(),
    warmUpStandings(),
    findSuppressed(claimed, delivery.suppressions),
  ]);
  const policy = { ...delivery, guard: { mode: delivery.sender.guard, standings }, warmUps };
  return claimed.map((message) => {
    const admitted = Promise.withResolvers<void>();
    const onAdmitted = () => {
      onPlace();
      admitted.resolve();
    };
    const work = { workerId, message, providers, facts, settings: delivery, policy, onAdmitted };
    const done = deliverMessage(work, suppressed).catch((error: unknown) => putOff(work, error));
    done.then(admitted.resolve, admitted.reject);
    return { admitted: admitted.promise, done };
  });
}

async function deliverMessage(work: Work, suppressed: Finder): Promise<void> {
  const interruption = await resolveInterruption(work);
  if (interruption.stopped) return;
  if (await stopIfNobodyWaits(work)) return;
  if (await stopIfExpired(work)) return;
  if (await stopIfSuppressed(work, suppressed)) return;
  const room = await takeCompanyRoom(work.message);
  if (!room.ok) return concludeInWait(work, room.wait);
  try {
    await tryCandidates(work, rankCandidates(work, interruption.pinnedProviderId));
  } finally {
    // Whatever was thrown: what was leased for recipients who were not sent to counts for nothing.
    room.giveBack();
  }
}

/** One provider after the other, as long as the fault is the provider's and nothing is uncertain. */
async function tryCandidates(work: Work, ranked: StoredCandidate[]): Promise<void> {
  const first = await nextTurn(work, ranked, 0);
  if (first.halted) return stopShort(work);
  return first.turn ? tryTurns(work, first.turn, 1) : concludeWithoutAttempt(work, first);
}

async function tryTurns(work: Work, first: Turn, from: number): Promise<void> {
  const heard: StoredOutcome[] = [];
  let turn = first;
  for (let tried = from; ; tried++) {
    work.onAdmitted();
    const attempt = await attemptWith(work, turn);
    if (!attempt) return;
    if (attempt === 'turned_away') return standBack(work, turn, tried);
    heard.push(...attempt.outcomes);
    const next = await turnAfter(work, attempt, turn, tried);
    if (next.halted) return stopShort(work, attempt, turn);
    if (!next.turn) return concludeAttempt(work, { ...next, heard, attempt, turn });
    if (!(await handOver(work, attempt, turn, next.turn))) return;
    turn = next.turn;
  }
}

/** Nothing was begun with the provider whose turn it was: whoever is next, or the line, now that it is known to be left alone. */
async function standBack(work: Work, { candidates }: Turn, tried: number): Promise<void> {
  const next = await nextTurn(work, candidates, tried - 1);
  if (next.halted) return stopShort(work);
  return next.turn ? tryTurns(work, next.turn, tried) : concludeWithoutAttempt(work, next);
}

/** Somebody is left to be asked, but nothing may begin any more: what was done is written down, and the message stays where it is. */
async function stopShort(work: Work, attempt?: FinishedAttempt, turn?: Turn): Promise<void> {
  if (attempt) {
    const decision = goOn(work);
    const providerId = turn?.provider.row.id;
    const events = describeOutcomes(decision, attempt.outcomes, { providerId });
    if (!(await finish(work, { decision, attempts: [attempt], events, providerId }))) return;
  }
  if (!(await stopIfExpired(work))) await letGo(work);
}

/** Whoever takes over; nobody, where the result must be written first: it is known to nobody else, and the database may be away. */
async function turnAfter(
  work: Work,
  { outcomes }: FinishedAttempt,
  turn: Turn,
  tried: number,
): Promise<NextTurn> {
  const { candidates } = turn;
  const nobody = { turn: null, candidates, halted: false, line: null };
  if (!mayFailOver(work, outcomes, turn)) return nobody;
  return nextTurn(work, candidates, tried).catch((error: unknown) => {
    log.warn('no other provider could be asked', { messageId: work.message.id, error });
    return nobody;
  });
}

/** False: the claim was lost, and whoever was to take over has its turn for nothing. */
async function handOver(work: Work, attempt: FinishedAttempt, from: Turn, to: Turn): Promise<boolean> {
  let kept = false;
  try {
    kept = await failOver(work, attempt, from, to);
  } finally {
    if (!kept) to.giveBack();
    if (!kept) to.permit.leave();
  }
  return kept;
}
