import { sql as drizzleSql } from 'drizzle-orm';
import { db, sql } from '@/lib/database/db';
import { currentSettings } from '@/lib/settings/current';
import { forgetOldMessages } from './retention';

const TESTS_KEPT = 10_000;
/** A breaker that never closes leaves a row every few minutes. */
const CHANGES_KEPT_DAYS = 90;

/** Nightly: what may be forgotten. Content without a message gets a day's grace, so that an accept under way keeps its files. */
export async function cleanUp(): Promise<void> {
  const { retention } = (await currentSettings()).delivery;
  await forgetOldMessages(retention.days);
  await sql()`delete from idempotency_keys where created_at < now() - interval '24 hours'`;
  // An idempotency key may still need it, to tell whose message it repeated.
  await sql()`delete from dedupe_keys where expires_at < now() - interval '24 hours'`;
  // By the pool for people: the other one would compare each file with each message, one by one.
  await db().execute(drizzleSql`
    delete from attachments a
    where a.used_at < now() - interval '1 day'
      and not exists (select from message_attachments f where f.sha256 = a.sha256)`);
  // A month of health checks every five minutes; every minute they would leave half a million a year.
  await sql()`
    delete from provider_tests t
    using providers p cross join lateral (
      select id from provider_tests where provider_id = p.id order by id desc offset ${TESTS_KEPT - 1} limit 1) oldest
    where t.provider_id = p.id and t.id < oldest.id`;
  await sql()`delete from provider_changes where at < now() - make_interval(days => ${CHANGES_KEPT_DAYS})`;
  await sql()`delete from sign_in_networks where spent_until < now() - interval '1 day'`;
  await sql()`delete from sessions where expires_at < now() - interval '30 days'`;
}
