import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/database/db';
import { idTime } from '@/lib/ids';
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
  const late = (await wasResentSince(message, attempt.id))
    ? await stillHad(message, attempt.id, untold)
    : untold;
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

/** Those who took it, but for whom the provider told that it came back: for them, most of all, it was sent again. */
async function stillHad(
  { id }: ClaimedMessage,
  attemptId: string,
  outcomes: StoredOutcome[],
): Promise<StoredOutcome[]> {
  const rows = await sql()<{ recipient: string }[]>`
    select recipient from events
    where message_id = ${id} and type in ('bounced', 'failed') and detail->>'told' = 'true' and at >= ${idTime(attemptId)}`;
  const cameBack = new Set(rows.map(({ recipient }) => recipient));
  return outcomes.filter(({ address, outcome }) => outcome === 'accepted' && !cameBack.has(address));
}
