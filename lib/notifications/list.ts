import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import { notifications } from '@/drizzle/schema/notifications';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { idFloor, isUuid } from '@/lib/ids';
import type { NotificationDetail, NotificationFilter, NotificationView } from './schema';
import { type NotificationRow, viewNotifications } from './view';

/** The newest first. @throws AppError not_found for an unknown contact, validation_failed for a company */
export async function listNotifications(
  ctx: Context,
  { limit, cursor, ...filter }: NotificationFilter,
): Promise<{ data: NotificationView[]; nextCursor: string | null }> {
  const rows = await db()
    .select()
    .from(notifications)
    .where(and(await selected(ctx, filter), cursor ? lt(notifications.id, cursor) : undefined))
    .orderBy(desc(notifications.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await viewNotifications(ctx, page),
    nextCursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}

async function selected(
  ctx: Context,
  { type, state, contact, company, since, until }: Omit<NotificationFilter, 'limit' | 'cursor'>,
): Promise<SQL | undefined> {
  const companyId = await companyFilter(ctx, company);
  return and(
    scoped({ companyId }, notifications.companyId),
    type ? eq(notifications.type, type) : undefined,
    state ? eq(notifications.state, state) : undefined,
    contact ? eq(notifications.contactId, (await readContact(ctx, contact)).id) : undefined,
    since ? gte(notifications.id, idFloor(new Date(since))) : undefined,
    until ? lt(notifications.id, idFloor(new Date(until))) : undefined,
  );
}

/** @throws AppError not_found */
export async function getNotification(ctx: Context, { id }: { id: string }): Promise<NotificationDetail> {
  const row = await readNotification(ctx, id);
  const [view] = await viewNotifications(ctx, [row]);
  return { ...view!, variables: row.variables };
}

/** @throws AppError not_found */
export async function readNotification(ctx: Context, id: string): Promise<NotificationRow> {
  const [row] = isUuid(id)
    ? await db()
        .select()
        .from(notifications)
        .where(and(eq(notifications.id, id), scoped(ctx, notifications.companyId)))
    : [];
  if (!row) throw notFound('notification', id);
  return row;
}
