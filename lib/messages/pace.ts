import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/db';
import { log } from '@/lib/log';
import type { ClaimedMessage } from './claim';
import type { Pace } from './retry';

const FIRST_TRY: Pace = { elapsedMs: 0, tries: 1 };

/**
 * How far the schedule is, where somebody asked to be tried again after a time of their own; undefined where nobody did. A person who sends
 * it again, or a provider that works again, begins a new schedule.
 */
export async function findPace(
  { id, lastAttempt }: ClaimedMessage,
  outcomes: StoredOutcome[],
): Promise<Pace | undefined> {
  if (!outcomes.some(({ retryAfterMs }) => retryAfterMs !== undefined)) return undefined;
  if (!lastAttempt) return FIRST_TRY;
  // The result of the attempt is not written yet: it must not be lost over this.
  return readPace(id).catch((error: unknown) => {
    log.warn('pace of retries not read', { messageId: id, error });
    return FIRST_TRY;
  });
}

async function readPace(id: string): Promise<Pace> {
  const [row] = await sql()<Pace[]>`
    select extract(epoch from clock_timestamp() - min(started_at))::float8 * 1000 as "elapsedMs",
      count(distinct claim_no)::int as tries
    from attempts
    where message_id = ${id} and started_at > coalesce(
      (select max(at) from events where message_id = ${id} and type in ('resent', 'released')), '-infinity')
    having count(*) > 0`;
  return row ?? FIRST_TRY;
}
