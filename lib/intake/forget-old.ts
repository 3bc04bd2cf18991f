import { sql } from '@/lib/database/db';
import { inChunks } from '@/lib/database/in-chunks';

/** A file may have megabytes. */
const FILES_AT_ONCE = 100;

/**
 * Nightly: keys whose time is over, and content without a message: `messageDays` after its last message came in, or after a day when it
 * never had one. That gets a day's grace, so that an accept under way keeps its files.
 */
export async function forgetOldIntake(messageDays: number): Promise<void> {
  // Each condition once more outside: a key that is taken anew meanwhile is another row.
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from idempotency_keys where ctid = any(array(
        select ctid from idempotency_keys where created_at < now() - interval '24 hours' limit ${limit}))
      and created_at < now() - interval '24 hours'`;
    return count;
  });
  // An idempotency key may still need it, to tell whose message it repeated.
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from dedupe_keys where ctid = any(array(
        select ctid from dedupe_keys where expires_at < now() - interval '24 hours' limit ${limit}))
      and expires_at < now() - interval '24 hours'`;
    return count;
  });
  await keepFilesUnderWay();
  await forgetFiles(messageDays * 24, null);
  await forgetFiles(24, NIGHTS_LOOKED_BACK * 24);
}

/** A notification may send its mail days after its first channel, with files that no message has until then. */
async function keepFilesUnderWay(): Promise<void> {
  await sql()`
    update attachments set used_at = now()
    where used_at < now() - interval '12 hours' and sha256 in (
      select decode(file->>'sha256', 'hex') from notifications, jsonb_array_elements(attachments) as file
      where attachments is not null and (next_at is not null or digest_at is not null))`;
}

/** A night may be missed; what is found later than this goes with the messages of its days. */
const NIGHTS_LOOKED_BACK = 4;

/**
 * Those that were last used more than so many hours ago, and less than the others, and that no message has. Between a day and the
 * messages' own days nearly all are in use, and are not looked at again each night.
 */
async function forgetFiles(olderThanHours: number, youngerThanHours: number | null): Promise<void> {
  let after: { usedAt: string; hash: string } = { usedAt: '-infinity', hash: '' };
  for (;;) {
    const [seen] = await sql()<{ count: number; usedAt: string; hash: string }[]>`
      with seen as (
        select sha256, used_at from attachments
        where used_at < now() - make_interval(hours => ${olderThanHours})
          and used_at > now() - make_interval(hours => ${youngerThanHours ?? 24 * 365 * 100})
          and (used_at, sha256) > (${after.usedAt}::text::timestamptz, decode(${after.hash}, 'hex'))
        order by used_at, sha256 limit ${FILES_AT_ONCE}
      ), gone as (
        delete from attachments a using seen
        where a.sha256 = seen.sha256 and a.used_at = seen.used_at
          and not exists (select from message_attachments f where f.sha256 = a.sha256)
      )
      select (select count(*)::int from seen) as count, used_at::text as "usedAt", encode(sha256, 'hex') as hash
      from seen order by used_at desc, sha256 desc limit 1`;
    if (!seen || seen.count < FILES_AT_ONCE) return;
    after = seen;
  }
}
