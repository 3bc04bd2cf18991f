import { sql } from '@/lib/database/db';
import { forgetFeed } from '@/lib/feed/forget-old';
import { idFloor } from '@/lib/ids';

/** What was told longer ago than messages are kept, and keys whose hours are over. @returns how many notifications */
export async function forgetNotifications(days: number): Promise<number> {
  await sql()`delete from notification_keys where expires_at < now()`;
  const gone = await sql()`
    delete from notifications where id < ${idFloor(new Date(Date.now() - days * 86_400_000))} and state <> 'waiting' returning id`;
  await forgetFeed(days);
  return gone.length;
}
