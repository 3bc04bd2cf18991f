import { sql } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';

/** What was told longer ago than messages are kept. */
export async function forgetFeed(days: number): Promise<void> {
  await sql()`delete from feed_items where id < ${idFloor(new Date(Date.now() - days * 86_400_000))}`;
}
