import { sql } from '@/lib/database/db';

/** Of a backup that was restored: what was to be told then has been told since, or is told anew by who asks for it. */
export async function stopDeliveries(): Promise<void> {
  await sql()`update webhook_deliveries set state = 'failed', next_at = null, done_at = now() where next_at is not null`;
  await sql()`update webhooks set since_xid = pg_current_xact_id()`;
  await sql()`update webhook_place set xid = '0', event_id = '00000000-0000-0000-0000-000000000000'`;
}
