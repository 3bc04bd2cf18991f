import { and, desc, gte, lt, type SQL, sql } from 'drizzle-orm';
import { messageBodies } from '@/drizzle/schema/messages';
import { db, sql as lookups } from '@/lib/database/db';
import type { IdRange } from './weeks';

const { messageId, words } = messageBodies;

/** So many of the newest messages of a week tell whether words are common there: then those are also the quickest way to a page. */
const NEWEST = 1_000;
const COMMON = NEWEST / 200;
/** Ids that are looked at in one statement. */
const AT_ONCE = 2_000;

/**
 * The weeks in which words are common. PostgreSQL takes words it knows nothing of for words in one of 200 messages, and goes through a whole
 * week for those that are in none; and what is common now may have been rare before, or the other way round. So this looks first.
 */
export async function findCommon(query: string, weeks: IdRange[]): Promise<Set<IdRange>> {
  const counts = weeks.map((week) => {
    const newest = db()
      .select({ words })
      .from(messageBodies)
      .where(isWithin(week))
      .orderBy(desc(messageId))
      .limit(NEWEST)
      .as('newest');
    return db()
      .select({ count: sql<number>`count(*)::int` })
      .from(newest)
      .where(sql`${newest.words} @@ ${query}::tsquery`);
  });
  const rows = await Promise.all(counts);
  return new Set(weeks.filter((_, index) => rows[index]![0]!.count >= COMMON));
}

/** Ids of messages that have rare words, newest first, some at a time, by the index of words. */
export async function* findByWords(query: string, { from, before }: IdRange): AsyncGenerator<string[]> {
  for (let end = before; ; ) {
    // The offset is a fence: with the limit inside, PostgreSQL would go by id and hope to meet enough.
    const found = db()
      .select({ id: messageId })
      .from(messageBodies)
      .where(and(sql`${words} @@ ${query}::tsquery`, isWithin({ from, before: end })))
      .offset(0)
      .as('found');
    const rows = await db().select().from(found).orderBy(desc(found.id)).limit(AT_ONCE);
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < AT_ONCE) return;
    end = rows.at(-1)!.id;
  }
}

function isWithin({ from, before }: IdRange): SQL | undefined {
  return and(from ? gte(messageId, from) : undefined, before ? lt(messageId, before) : undefined);
}

/**
 * All messages that have the words, or null if there are more than `max`: no more are looked at than that. On the connections that plan
 * without statistics, which would make it read a week from end to end where the words are known to be common.
 */
export async function findFew(query: string, max: number): Promise<string[] | null> {
  const rows = await lookups()<{ id: string }[]>`
    with found as materialized (select message_id as id from message_bodies where words @@ ${query}::tsquery)
    select id from found limit ${max + 1}`;
  return rows.length > max ? null : rows.map(({ id }) => id);
}
