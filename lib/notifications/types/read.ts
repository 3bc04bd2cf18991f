import { and, asc, eq, isNull, or } from 'drizzle-orm';
import { notificationTypes } from '@/drizzle/schema/notification-types';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { findBuiltIn, rowOf } from './built-in';

type Row = typeof notificationTypes.$inferSelect;
/** As it holds for a company: its own one, that of all, or as it is built in (then without an id). */
export type Type = Omit<Row, 'id' | 'createdAt' | 'updatedAt'> & { id: string | null };

/** By key as it holds for this company, or one row by its id. @throws AppError not_found */
export async function readType(ctx: Context, ref: string, companyId: string | null): Promise<Type> {
  if (isUuid(ref)) {
    const seen = scoped(ctx, notificationTypes.companyId, 'shared');
    const [row] = await db()
      .select()
      .from(notificationTypes)
      .where(and(eq(notificationTypes.id, ref), seen));
    if (!row) throw notFound('notification type', ref);
    return row;
  }
  const type = await findType(companyId, ref, ctx.locale);
  if (!type) throw notFound('notification type', ref);
  return type;
}

export async function findType(
  companyId: string | null,
  key: string,
  language: 'en' | 'es',
): Promise<Type | null> {
  const [row] = await db()
    .select()
    .from(notificationTypes)
    .where(and(eq(notificationTypes.key, key), ofCompany(companyId)))
    // Null sorts last when ascending: a company's own one comes first.
    .orderBy(asc(notificationTypes.companyId))
    .limit(1);
  if (row) return row;
  const builtIn = findBuiltIn(key);
  return builtIn ? { ...rowOf(builtIn, language), id: null, companyId: null, version: 0 } : null;
}

export function ofCompany(companyId: string | null) {
  return companyId === null
    ? isNull(notificationTypes.companyId)
    : or(isNull(notificationTypes.companyId), eq(notificationTypes.companyId, companyId));
}
