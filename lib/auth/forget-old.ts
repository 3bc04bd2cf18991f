import { sql } from '@/lib/database/db';

/** Nightly: sessions that are long over, and networks that have paid for their guesses. */
export async function forgetOldSignIns(): Promise<void> {
  await sql()`delete from sign_in_networks where spent_until < now() - interval '1 day'`;
  await sql()`delete from sessions where expires_at < now() - interval '30 days'`;
}
