import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import type { ClaimedMessage } from './claim';
import type { Progress } from './retry-schedule';

const FIRST_TRY: Progress = { elapsedMs: 0, tries: 1 };

/**
 * How far the schedule is, where somebody asked to be tried again after a time of their own; undefined where nobody did. A person who sends
 * it again, or a provider that works again, begins a new schedule.
 */
export async function findProgress(
  { id, lastAttempt }: ClaimedMessage,
  outcomes: StoredOutcome[],
): Promise<Progress | undefined> {
  if (!outcomes.some(({ retryAfterMs }) => retryAfterMs !== undefined)) return undefined;
  if (!lastAttempt) return FIRST_TRY;
  // The result of the attempt is not written yet: it must not be lost over this.
  return readProgress(id).catch((error: unknown) => {
    log.warn('progress of retries not read', { messageId: id, error });
    return FIRST_TRY;
  });
}

async function readProgress(id: string): Promise<Progress> {
  const [row] = await sql()<Progress[]>`
    select extract(epoch from clock_timestamp() - min(started_at))::float8 * 1000 as "elapsedMs",
      count(distinct claim_no)::int as tries
    from attempts
    where message_id = ${id} and started_at > coalesce(
      (select max(at) from events where message_id = ${id} and type in ('resent', 'released')), '-infinity')
    having count(*) > 0`;
  return row ?? FIRST_TRY;
}
