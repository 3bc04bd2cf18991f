import { sql } from '@/lib/database/db';

/** Of a backup that was restored: whoever comes next may have had it since, so none goes on until a person says so. @returns how many */
export async function pauseCampaigns(): Promise<number> {
  const { count } = await sql()`
    update campaigns set state = 'paused', reason = 'restored', paused_from = state, version = version + 1, updated_at = now()
    where finished_at is null and state in ('scheduled', 'preparing', 'testing', 'deciding', 'sending')`;
  return count;
}
