import { and, desc, eq, lt } from 'drizzle-orm';
import { feedItems } from '@/drizzle/schema/feed';
import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import type { FeedItem, FeedPage, FeedQuery, OwnFeedQuery } from './schema';

/** Nobody looks at a larger number, and counting ends. */
const MOST_COUNTED = 1_000;

/** @throws AppError not_found */
export async function listFeed(ctx: Context, { contact, ...query }: FeedQuery): Promise<FeedPage> {
  const { id } = await readContact(ctx, contact);
  return listFeedOf(id, query);
}

/** Of one person, newest first. */
export async function listFeedOf(contactId: string, { limit, cursor }: OwnFeedQuery): Promise<FeedPage> {
  const isTheirs = eq(feedItems.contactId, contactId);
  const [rows, unread] = await Promise.all([
    db()
      .select()
      .from(feedItems)
      .where(and(isTheirs, cursor ? lt(feedItems.id, cursor) : undefined))
      .orderBy(desc(feedItems.id))
      .limit(limit + 1),
    countUnread(contactId),
  ]);
  const data = rows.slice(0, limit).map(view);
  return { data, unread, nextCursor: rows.length > limit ? data.at(-1)!.id : null };
}

export async function countUnread(contactId: string): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int as count from (
      select from feed_items where contact_id = ${contactId} and read_at is null limit ${MOST_COUNTED}) as unread`;
  return row!.count;
}

function view({ id, type, title, body, url, createdAt, readAt }: typeof feedItems.$inferSelect): FeedItem {
  return {
    id,
    type,
    title,
    body,
    url,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
