import { sql } from '@/lib/database/db';

/** How rules ran longer ago than messages are kept. */
export async function forgetOldRuns(days: number): Promise<void> {
  await sql()`delete from rule_runs where at < now() - make_interval(days => ${days})`;
}
