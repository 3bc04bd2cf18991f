import { sql } from '@/lib/database/db';

/** Nightly: links and invitations that ended long ago. There are few. */
export async function forgetOldLinks(): Promise<void> {
  await sql()`delete from password_links where expires_at < now() - interval '30 days'`;
  await sql()`delete from invitations where expires_at < now() - interval '30 days'`;
}
