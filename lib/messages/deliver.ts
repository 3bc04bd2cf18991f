import type { StoredCandidate, StoredOutcome } from '@/drizzle/schema/attempts';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';
import { routingFacts } from '@/lib/providers/facts';
import { currentSettings } from '@/lib/settings/current';
import { decide } from './decide';
import { describeOutcomes, describeWait } from './describe';
import { stopIfExpired } from './expire';
import { failOver, mayFailOver } from './fail-over';
import { putOff, resolveInterruption } from './interruption';
import { findPace } from './pace';
import { nextTurn, rankCandidates, type Turn } from './route';
import type { FinishedAttempt } from './settle';
import { takeMessages } from './take';
import { attemptWith } from './try-provider';
import { letGo } from './unclaim';
import { findWait } from './wait-for-room';
import { finish, goOn, type Work } from './work';

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
      claimed.map((message) => {
        const work = { workerId, message, providers, facts, settings: delivery, policy: delivery };
        return deliverMessage(work).catch((error: unknown) => putOff(work, error));
      }),
    );
  });
}

async function deliverMessage(work: Work): Promise<void> {
  const interruption = await resolveInterruption(work);
  if (interruption.stopped) return;
  if (await stopIfExpired(work)) return;
  const candidates = rankCandidates(work, interruption.pinnedProviderId);
  await tryCandidates(work, candidates);
}

/** One provider after the other, as long as the fault is the provider's and nothing is uncertain. */
async function tryCandidates(work: Work, ranked: StoredCandidate[]): Promise<void> {
  let { turn, candidates, halted } = await nextTurn(work, ranked, 0);
  if (halted) return stopShort(work);
  if (!turn) return conclude(work, { candidates, outcomes: [] });
  for (let tried = 1; ; tried++) {
    const attempt = await attemptWith(work, turn);
    if (!attempt) return;
    const next = await turnAfter(work, attempt, candidates, tried);
    if (next.halted) return stopShort(work, attempt, turn);
    if (!next.turn) return conclude(work, { candidates, outcomes: attempt.outcomes, attempt, turn });
    if (!(await handOver(work, attempt, turn, next.turn))) return;
    ({ turn, candidates } = next as { turn: Turn; candidates: StoredCandidate[] });
  }
}

/** Somebody is left to be asked, but nothing may begin any more: what was done is written down, and the message keeps its place. */
async function stopShort(work: Work, attempt?: FinishedAttempt, turn?: Turn): Promise<void> {
  if (attempt) {
    const decision = goOn(work);
    const providerId = turn?.provider.row.id;
    const events = describeOutcomes(decision, attempt.outcomes, providerId);
    if (!(await finish(work, { decision, attempts: [attempt], events, providerId }))) return;
  }
  if (!(await stopIfExpired(work))) await letGo(work);
}

/** Whoever takes over; nobody, where the result must be written first: it is known to nobody else, and the database may be away. */
async function turnAfter(
  work: Work,
  { outcomes }: FinishedAttempt,
  candidates: StoredCandidate[],
  tried: number,
): ReturnType<typeof nextTurn> {
  const nobody = { turn: null, candidates, halted: false };
  if (!mayFailOver(outcomes)) return nobody;
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
    if (!kept) {
      to.giveBack();
      to.place.leave();
    }
  }
  return kept;
}

type Conclusion = {
  candidates: StoredCandidate[];
  outcomes: StoredOutcome[];
  attempt?: FinishedAttempt;
  turn?: Turn;
};

async function conclude(work: Work, { candidates, outcomes, attempt, turn }: Conclusion): Promise<void> {
  const { category, retryCount, recipients, reason } = work.message;
  const wait = attempt ? undefined : await findWait(work, candidates);
  const pace = await findPace(work.message, outcomes);
  const { retries } = work.settings;
  const decision = decide({ category, retryCount, recipients, outcomes, retries, wait, pace });
  // Of what is parked, whoever it waits for: people look for it there.
  const providerId = turn?.provider.row.id ?? wait?.providerId;
  await finish(work, {
    decision,
    attempts: attempt && [attempt],
    events: attempt
      ? describeOutcomes(decision, outcomes, providerId)
      : describeWait(decision, candidates, reason),
    providerId,
  });
}
