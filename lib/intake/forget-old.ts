import { sql as drizzleSql } from 'drizzle-orm';
import { db, sql } from '@/lib/database/db';

/** Nightly: keys whose time is over, and content without a message. That gets a day's grace, so that an accept under way keeps its files. */
export async function forgetOldIntake(): Promise<void> {
  await sql()`delete from idempotency_keys where created_at < now() - interval '24 hours'`;
  // An idempotency key may still need it, to tell whose message it repeated.
  await sql()`delete from dedupe_keys where expires_at < now() - interval '24 hours'`;
  // By the pool for people: the other one would compare each file with each message, one by one.
  await db().execute(drizzleSql`
    delete from attachments a
    where a.used_at < now() - interval '1 day'
      and not exists (select from message_attachments f where f.sha256 = a.sha256)`);
}
