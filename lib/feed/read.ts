import { announce } from '@/lib/announcements/announce';
import { mayChange } from '@/lib/companies/scoped';
import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { countUnread } from './list';
import type { FeedRead, OwnFeedRead } from './schema';
import { toldBy, type Whose } from './told-by';

/** @throws AppError not_found, forbidden */
export async function markFeedRead(
  ctx: Context,
  { contact, ...read }: FeedRead,
): Promise<{ unread: number }> {
  const { id, companyId } = await readContact(ctx, contact);
  mayChange(ctx, companyId);
  return markRead({ contactId: id, companyId: ctx.companyId }, read);
}

/** What a person reads is no change that anybody answers for: it is one statement, and a second one changes nothing. */
export async function markRead(whose: Whose, { ids }: OwnFeedRead): Promise<{ unread: number }> {
  const { count } = await sql()`
    update feed_items f set read_at = now()
    where f.contact_id = ${whose.contactId} and f.read_at is null and ${toldBy(whose.companyId)} and (${ids === undefined} or f.id = any(${ids ?? []}::uuid[]))`;
  if (count > 0) announce('feed');
  return { unread: await countUnread(whose) };
}
