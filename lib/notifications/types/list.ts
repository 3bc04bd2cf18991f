import { asc } from 'drizzle-orm';
import { notificationTypes } from '@/drizzle/schema/notification-types';
import { companyFilter } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { isUuid } from '@/lib/ids';
import { BUILT_IN, rowOf } from './built-in';
import { ofCompany, readType, type Type } from './read';
import type { TypeScope, TypeView } from './schema';
import { viewType } from './view';

/**
 * As they hold for a company, those that are built in first; there are tens of them: no paging. Who sees all companies sees how they are for
 * all, and after these what single companies have of their own.
 */
export async function listTypes(ctx: Context, { company }: TypeScope): Promise<{ data: TypeView[] }> {
  const companyId = await companyFilter(ctx, company);
  const types = await typesOf(ctx, companyId);
  return { data: await Promise.all(types.map((type) => viewType(type, type.companyId ?? companyId))) };
}

/** Rows alone, in the order of the list: one's own, and those built in that somebody wants otherwise. */
export async function listStoredTypes(ctx: Context): Promise<(Type & { id: string })[]> {
  const types = await typesOf(ctx, await companyFilter(ctx, undefined));
  return types.filter((type): type is Type & { id: string } => type.id !== null);
}

async function typesOf(ctx: Context, companyId: string | null): Promise<Type[]> {
  const rows = await db()
    .select()
    .from(notificationTypes)
    .where(companyId === null ? undefined : ofCompany(companyId))
    .orderBy(asc(notificationTypes.key), asc(notificationTypes.companyId));
  const stored = new Map<string, Type>();
  const ofOne = companyId === null ? rows.filter((row) => row.companyId !== null) : [];
  for (const row of rows.filter((each) => !ofOne.includes(each)))
    if (!stored.has(row.key)) stored.set(row.key, row);
  const builtIn = BUILT_IN.map(
    (type): Type =>
      stored.get(type.key) ?? { ...rowOf(type, ctx.locale), id: null, companyId: null, version: 0 },
  );
  const keys = new Set(BUILT_IN.map(({ key }) => key));
  return [...builtIn, ...[...stored.values()].filter(({ key }) => !keys.has(key)), ...ofOne];
}

/** @throws AppError not_found */
export async function getType(ctx: Context, { id, company }: { id: string } & TypeScope): Promise<TypeView> {
  const companyId = isUuid(id) ? ctx.companyId : await companyFilter(ctx, company);
  const type = await readType(ctx, id, companyId);
  return viewType(type, type.companyId ?? companyId);
}
