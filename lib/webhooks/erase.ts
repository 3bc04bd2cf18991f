import { sql } from '@/lib/database/db';

/** What webhooks were or would be told of these messages. */
export async function eraseDeliveries(ids: string[]): Promise<void> {
  await sql()`delete from webhook_deliveries where message_id = any(${ids}::uuid[])`;
}
