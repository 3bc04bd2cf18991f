import { sql } from '@/lib/database/db';

/**
 * Of a backup that was restored on another server: transactions are counted there from another number on, and events of a number to come
 * would be told as news once it is reached.
 */
export async function datePast(): Promise<void> {
  await sql()`update events set xid = '1' where xid >= pg_current_xact_id()`;
}
