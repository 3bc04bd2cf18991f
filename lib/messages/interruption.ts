import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { sql } from '@/lib/db';
import { isConnectionError } from '@/lib/db-errors';
import { newEvent } from '@/lib/events/event';
import { log } from '@/lib/log';
import type { ClaimedMessage, LastAttempt } from './claim';
import { decideInterrupted, decideThrown } from './decide';
import { describeOutcomes } from './describe';
import { takeLateResult } from './late-result';
import { applyOutcomes, isOpen } from './recipients';
import { finish, type Work } from './work';

const INTERRUPTED = 'interrupted';

type Resolution = { stopped: boolean; pinnedProviderId: string | null };

/**
 * What an earlier claim left open: an attempt that was begun and never finished (its worker died), a result that came too late for the
 * message, or an outcome that is unknown. The provider may have the message, so it is never handed to another one blindly: the same
 * provider repeats it where policy allows, else it stops here.
 */
export async function resolveInterruption(work: Work): Promise<Resolution> {
  const { lastAttempt } = work.message;
  if (!lastAttempt) return { stopped: false, pinnedProviderId: null };
  if (!lastAttempt.finished) {
    const interruptions = 1 + (await countInterruptions(work.message));
    return judgeInterrupted(work, lastAttempt, interruptions);
  }
  if (await takeLateResult(work, lastAttempt)) return { stopped: true, pinnedProviderId: null };
  const unknown = work.message.recipients.some((recipient) => recipient.status === 'unknown');
  return { stopped: false, pinnedProviderId: unknown ? lastAttempt.providerId : null };
}

async function judgeInterrupted(
  work: Work,
  { id, providerId }: Pick<LastAttempt, 'id' | 'providerId'>,
  interruptions: number,
): Promise<Resolution> {
  const { message, settings } = work;
  const outcomes: StoredOutcome[] = message.recipients
    .filter(isOpen)
    .map(({ email }) => ({ address: email, outcome: 'unknown', code: INTERRUPTED }));
  message.recipients = applyOutcomes(message.recipients, outcomes);
  const decision = decideInterrupted({ ...message, interruptions, retries: settings.retries });
  const kept = await finish(work, {
    decision,
    attempts: [{ id, durationMs: 0, outcomes, costMicros: 0 }],
    events: [
      newEvent('uncertain', { providerId, detail: { reason: INTERRUPTED } }),
      ...describeOutcomes(decision, []),
    ],
  });
  return { stopped: !kept || decision.status !== 'sending', pinnedProviderId: providerId };
}

/** How often in a row, up to now, a worker died over the message. */
async function countInterruptions({ id }: ClaimedMessage): Promise<number> {
  const rows = await sql()<{ interrupted: boolean }[]>`
    select outcomes @> ${sql().json([{ code: INTERRUPTED }])} as interrupted
    from attempts where message_id = ${id} and finished_at is not null
    order by id desc limit 10`;
  const other = rows.findIndex(({ interrupted }) => !interrupted);
  return other === -1 ? rows.length : other;
}

/**
 * A delivery that threw is a bug, or a result that PostgreSQL does not take. The message must not stay "being sent" until its lease ends:
 * it is tried again by the schedule, and what was begun is judged as interrupted. What was known of it may be the cause, so it is read anew.
 * @throws the error, where only the connection was lost
 */
export async function putOff(work: Work, error: unknown): Promise<void> {
  if (isConnectionError(error)) throw error;
  const { message, settings } = work;
  log.error('delivery threw', { messageId: message.id, error });
  const [stored] = await sql()<{ recipients: StoredRecipient[]; begun: LastAttempt | null }[]>`
    select m.recipients, case when a.id is not null then json_build_object('id', a.id, 'providerId', a.provider_id) end as begun
    from messages m left join attempts a on a.message_id = m.id and a.finished_at is null
    where m.id = ${message.id}`;
  if (!stored) return;
  message.recipients = stored.recipients;
  if (stored.begun) {
    await judgeInterrupted(work, stored.begun, Number.POSITIVE_INFINITY);
    return;
  }
  const decision = decideThrown({ ...message, retries: settings.retries });
  await finish(work, { decision, events: describeOutcomes(decision, []) });
}
