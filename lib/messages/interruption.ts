import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/db';
import { newEvent } from '@/lib/events/event';
import type { ClaimedMessage } from './claim';
import { decide, mayRepeatUncertain } from './decide';
import { describeOutcomes } from './describe';
import { applyOutcomes, isOpen, statusOf } from './recipients';
import { finish, type Work } from './work';

type Resolution = { stopped: boolean; pinnedProviderId: string | null };
type LastAttempt = NonNullable<ClaimedMessage['lastAttempt']>;

/**
 * What an earlier claim left open: an attempt that was begun and never finished (its worker died), a result that came too late for the
 * message, or an outcome that is unknown. The provider may have the message, so it is never handed to another one blindly: the same
 * provider repeats it where policy allows, else it stops here.
 */
export async function resolveInterruption(work: Work): Promise<Resolution> {
  const { lastAttempt } = work.message;
  if (!lastAttempt) return { stopped: false, pinnedProviderId: null };
  if (!lastAttempt.finished) return judgeInterrupted(work, lastAttempt);
  if (await takeLateResult(work, lastAttempt)) return { stopped: true, pinnedProviderId: null };
  const unknown = work.message.recipients.some((recipient) => recipient.status === 'unknown');
  return { stopped: false, pinnedProviderId: unknown ? lastAttempt.providerId : null };
}

async function judgeInterrupted(work: Work, { id, providerId }: LastAttempt): Promise<Resolution> {
  const { recipients, category, retryCount } = work.message;
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
    attempts: [{ id, durationMs: 0, outcomes, costMicros: 0 }],
    events: [newEvent('uncertain', { providerId, detail: { reason: 'interrupted' } })],
  });
  return { stopped: !repeat || !kept, pinnedProviderId: providerId };
}

/**
 * A worker that was given up for dead had only stalled: when it wrote its result, the message was no longer its own, so only the attempt
 * has it. The delivery ends as it would have ended then. @returns whether there was such a result
 */
async function takeLateResult(work: Work, attempt: LastAttempt): Promise<boolean> {
  const { message, providers, settings } = work;
  const outcomes = attempt.outcomes ?? [];
  const untold = outcomes.filter(
    (outcome) =>
      statusOf(outcome) !== 'waiting' &&
      message.recipients.some(({ email, status }) => email === outcome.address && status === 'waiting'),
  );
  if (untold.length === 0) return false;
  const late = (await wasResentSince(message, attempt.id)) ? untold.filter(isAccepted) : untold;
  if (late.length === 0) return false;
  const recipients = applyOutcomes(message.recipients, late);
  const decision = decide({ ...message, recipients, outcomes, retries: settings.retries });
  const provider = providers.find(({ row }) => row.id === attempt.providerId);
  await finish(work, {
    decision,
    recipients,
    events: describeOutcomes(decision, late, provider?.row),
    provider,
  });
  return true;
}

/** A person who sends it again sets aside what is known of those who do not have it. */
async function wasResentSince({ id, resendCount }: ClaimedMessage, attemptId: string): Promise<boolean> {
  if (resendCount === 0) return false;
  const rows = await sql()`
    select from events where message_id = ${id} and type = 'resent' and id > ${attemptId} limit 1`;
  return rows.length > 0;
}

function isAccepted({ outcome }: StoredOutcome): boolean {
  return outcome === 'accepted';
}
