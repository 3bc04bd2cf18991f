import { sql } from '@/lib/database/db';

/** So that a month can be compared with the same one of the year before. */
const KEPT_DAYS = 400;

export async function forgetOldAiCalls(): Promise<void> {
  await sql()`delete from ai_calls where started_at < now() - make_interval(days => ${KEPT_DAYS})`;
}
