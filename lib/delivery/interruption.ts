import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { isOpen } from '@/lib/channels/open-recipient';
import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { newEvent } from '@/lib/events/new-event';
import { idTime } from '@/lib/ids';
import { log } from '@/lib/log';
import type { ClaimedMessage, LastAttempt } from './claim';
import { describeOutcomes } from './describe-outcome';
import { type Doubt, finish, type Work } from './handling';
import { takeLateResult } from './late-result';
import { decideInterrupted, decideThrown } from './next-state';
import { applyOutcomes } from './recipient-outcomes';
import { mayBeSecondCopy } from './second-copy';
import { withdrawUnsent } from './unsent';

const INTERRUPTED = 'interrupted';

type Resolution = { stopped: boolean; pinnedProviderId: string | null };

/**
 * What an earlier claim left open: an attempt that was begun and never finished (its worker died), a result that came too late for the
 * message, or an outcome that is unknown. The provider may have the message, so it is never handed to another one blindly: the same
 * provider repeats it where policy allows, else it stops here. The one exception is a provider that stays out of service (`second-copy.ts`).
 */
export async function resolveInterruption(work: Work): Promise<Resolution> {
  const { lastAttempt } = work.message;
  if (!lastAttempt) return { stopped: false, pinnedProviderId: null };
  const isInterrupted = !lastAttempt.finished && !(await withdrawUnsent(work, lastAttempt));
  if (isInterrupted) {
    work.doubt = { providerId: lastAttempt.providerId, at: idTime(lastAttempt.id) };
    const interruptions = 1 + (await countInterruptions(work.message));
    return unpin(work, await judgeInterrupted(work, lastAttempt, interruptions));
  }
  if (lastAttempt.finished && (await takeLateResult(work, lastAttempt)))
    return { stopped: true, pinnedProviderId: null };
  const isInDoubt = work.message.recipients.some((recipient) => recipient.status === 'unknown');
  if (!isInDoubt) return { stopped: false, pinnedProviderId: null };
  work.doubt = await findDoubt(work.message.id, lastAttempt);
  return unpin(work, { stopped: false, pinnedProviderId: work.doubt.providerId });
}

function unpin(work: Work, resolution: Resolution): Resolution {
  return !resolution.stopped && mayBeSecondCopy(work)
    ? { ...resolution, pinnedProviderId: null }
    : resolution;
}

/** The newest attempt that left somebody unknown; others may have been refused after it. */
async function findDoubt(messageId: string, last: LastAttempt): Promise<Doubt> {
  const toDoubt = ({ id, providerId }: Pick<LastAttempt, 'id' | 'providerId'>) => ({
    providerId,
    at: idTime(id),
  });
  if (last.outcomes?.some(({ outcome }) => outcome === 'unknown')) return toDoubt(last);
  const [row] = await sql()<{ id: string; providerId: string }[]>`
    select id, provider_id as "providerId" from attempts
    where message_id = ${messageId} and outcomes @> '[{"outcome":"unknown"}]' order by id desc limit 1`;
  return toDoubt(row ?? last);
}

async function judgeInterrupted(
  work: Work,
  { id, providerId }: Pick<LastAttempt, 'id' | 'providerId'>,
  interruptions: number,
): Promise<Resolution> {
  const { message, settings } = work;
  const outcomes: StoredOutcome[] = message.recipients
    .filter(isOpen)
    .map(({ address }) => ({ address, outcome: 'unknown', code: INTERRUPTED }));
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
  if (stored.begun && !(await withdrawUnsent(work, stored.begun))) {
    await judgeInterrupted(work, stored.begun, Number.POSITIVE_INFINITY);
    return;
  }
  const decision = decideThrown({ ...message, retries: settings.retries });
  await finish(work, { decision, events: describeOutcomes(decision, []) });
}
