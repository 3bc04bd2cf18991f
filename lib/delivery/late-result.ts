import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/database/db';
import type { ClaimedMessage, LastAttempt } from './claim';
import { describeOutcomes } from './describe-outcome';
import { finish, type Work } from './handling';
import { decide } from './next-state';
import { applyOutcomes, statusOf } from './recipient-outcomes';

/**
 * A worker that was given up for dead had only stalled: when it wrote its result, the message was no longer its own, so only the attempt
 * has it. The delivery ends as it would have ended then. @returns whether there was such a result
 */
export async function takeLateResult(work: Work, attempt: LastAttempt): Promise<boolean> {
  const { message, settings } = work;
  const outcomes = attempt.outcomes ?? [];
  const untold = outcomes.filter(
    (outcome) =>
      statusOf(outcome) !== 'waiting' &&
      message.recipients.some(({ address, status }) => address === outcome.address && status === 'waiting'),
  );
  if (untold.length === 0) return false;
  const late = (await wasResentSince(message, attempt.id)) ? untold.filter(isAccepted) : untold;
  if (late.length === 0) return false;
  const recipients = applyOutcomes(message.recipients, late);
  const decision = decide({ ...message, recipients, outcomes, retries: settings.retries });
  await finish(work, {
    decision,
    recipients,
    events: describeOutcomes(decision, late, { providerId: attempt.providerId }),
    providerId: attempt.providerId,
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
