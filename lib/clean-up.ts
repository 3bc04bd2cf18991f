import { sql } from '@/lib/db';

/** Nightly: what may be forgotten. Content without a message gets a day's grace, so that an accept under way keeps its files. */
export async function cleanUp(): Promise<void> {
  await sql()`delete from idempotency_keys where created_at < now() - interval '24 hours'`;
  await sql()`
    delete from attachments a
    where a.used_at < now() - interval '1 day'
      and not exists (select from message_attachments f where f.sha256 = a.sha256)`;
  await sql()`delete from sessions where expires_at < now() - interval '30 days'`;
}
