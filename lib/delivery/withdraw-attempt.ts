import { sql } from '@/lib/database/db';
import type { Work } from './handling';

type Begun = Pick<Work, 'workerId' | 'message'> & {
  id: string;
  /** Its worker may live all the same, and have a connection by now: only while it still waits for one. */
  onlyHeld?: boolean;
};

/**
 * Takes back an attempt that was written and of which nothing was sent: found unfinished, it would be judged as one that may have been.
 * @returns false where the claim was lost, so that another worker has judged it
 */
export async function withdrawAttempt({ id, workerId, message, onlyHeld = false }: Begun): Promise<boolean> {
  const rows = await sql()`
    delete from attempts a using messages m
    where a.message_id = ${message.id} and a.id = ${id} and a.finished_at is null and (a.held or not ${onlyHeld}::boolean)
      and m.id = ${message.id} and m.claimed_by = ${workerId} and m.claim_no = ${message.claimNo}
    returning a.id`;
  return rows.length > 0;
}
