import { sql } from '@/lib/database/db';

/** Of a backup that was restored: none runs until a person switches it on, as it may have told since. @returns how many ran */
export async function pauseRules(): Promise<number> {
  const { count } = await sql()`
    update rules set active = false, next_run_at = null, version = version + 1, updated_at = now() where active`;
  await sql()`update rule_firings set state = 'left_out', reason = 'restored' where state = 'waiting'`;
  return count;
}
