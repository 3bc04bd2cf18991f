import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import type { FeedItem, FeedPage, FeedQuery, OwnFeedQuery } from './schema';
import { toldBy, type Whose } from './told-by';

/** Nobody looks at a larger number, and counting ends. */
const MOST_COUNTED = 1_000;

type Row = Omit<FeedItem, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null };

/** @throws AppError not_found */
export async function listFeed(ctx: Context, { contact, ...query }: FeedQuery): Promise<FeedPage> {
  const { id } = await readContact(ctx, contact);
  return listFeedOf({ contactId: id, companyId: ctx.companyId }, query);
}

/** Of one person, newest first. */
export async function listFeedOf(whose: Whose, { limit, cursor }: OwnFeedQuery): Promise<FeedPage> {
  const [rows, unread] = await Promise.all([
    sql()<Row[]>`
      select f.id, f.type, f.title, f.body, f.url, f.created_at as "createdAt", f.read_at as "readAt" from feed_items f
      where f.contact_id = ${whose.contactId} and ${toldBy(whose.companyId)} ${cursor ? sql()`and f.id < ${cursor}` : sql()``}
      order by f.id desc limit ${limit + 1}`,
    countUnread(whose),
  ]);
  const data = rows.slice(0, limit).map(view);
  return { data, unread, nextCursor: rows.length > limit ? data.at(-1)!.id : null };
}

export async function countUnread({ contactId, companyId }: Whose): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int as count from (
      select from feed_items f where f.contact_id = ${contactId} and f.read_at is null and ${toldBy(companyId)}
      limit ${MOST_COUNTED}) as unread`;
  return row!.count;
}

function view({ createdAt, readAt, ...row }: Row): FeedItem {
  return { ...row, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null };
}
