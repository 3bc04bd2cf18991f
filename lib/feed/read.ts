import { announce } from '@/lib/announcements/announce';
import { mayChange } from '@/lib/companies/scoped';
import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { countUnread } from './list';
import type { FeedRead, OwnFeedRead } from './schema';

/** @throws AppError not_found, forbidden */
export async function markFeedRead(
  ctx: Context,
  { contact, ...read }: FeedRead,
): Promise<{ unread: number }> {
  const { id, companyId } = await readContact(ctx, contact);
  mayChange(ctx, companyId);
  return markRead(id, read);
}

/** What a person reads is no change that anybody answers for: it is one statement, and a second one changes nothing. */
export async function markRead(contactId: string, { ids }: OwnFeedRead): Promise<{ unread: number }> {
  const { count } = await sql()`
    update feed_items set read_at = now()
    where contact_id = ${contactId} and read_at is null and (${ids === undefined} or id = any(${ids ?? []}::uuid[]))`;
  if (count > 0) announce('feed');
  return { unread: await countUnread(contactId) };
}
