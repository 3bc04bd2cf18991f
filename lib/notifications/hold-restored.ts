import { sql } from '@/lib/database/db';

/**
 * Of a backup that was restored: their next channel, or the mail that collects what a day brought, would tell people of what they were told
 * since. @returns how many were under way
 */
export async function dropNotificationsUnderWay(): Promise<number> {
  await sql()`
    update notification_steps set state = 'canceled', reason = 'restored'
    where state = 'planned'
      and notification_id in (select id from notifications where next_at is not null or digest_at is not null)`;
  const { count } = await sql()`
    update notifications set state = 'canceled', next_at = null, digest_at = null, finished_at = now()
    where next_at is not null or digest_at is not null`;
  return count;
}
