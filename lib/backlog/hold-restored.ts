import { sql } from '@/lib/database/db';

/**
 * Of a backup that was restored: what waited then is kept for a person to look at. It goes nowhere by itself, neither at its time nor when a provider
 * recovers: most of it has gone out since. @returns how many
 */
export async function holdWaitingMessages(): Promise<number> {
  const { count } = await sql()`
    update messages set status = 'parked', reason = 'restored', due_at = null, claimed_by = null, claimed_until = null, claim_no = claim_no + 1
    where due_at is not null or status in ('scheduled', 'queued', 'sending', 'retrying', 'parked', 'uncertain')`;
  return count;
}
