import { and, asc, eq, sql } from 'drizzle-orm';
import { lists } from '@/drizzle/schema/lists';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, sql as statement } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { publicAddress } from '@/lib/tracking/public-address';
import type { MemberState } from './member-states';
import type { ListView } from './schema';

export type ListRow = typeof lists.$inferSelect;

/** By title; there are tens of them: no paging. */
export function listsOf(companyId: string | null): Promise<ListRow[]> {
  return db()
    .select()
    .from(lists)
    .where(scoped({ companyId }, lists.companyId, 'shared'))
    .orderBy(asc(sql`lower(${lists.title})`), asc(lists.id));
}

/** @throws AppError not_found */
export async function readList(ctx: Pick<Context, 'companyId'>, id: string): Promise<ListRow> {
  const [row] = isUuid(id)
    ? await db()
        .select()
        .from(lists)
        .where(and(eq(lists.id, id), scoped(ctx, lists.companyId, 'shared')))
    : [];
  if (!row) throw notFound('list', id);
  return row;
}

export async function viewLists(rows: ListRow[]): Promise<ListView[]> {
  const counted = await countMembers(rows.map(({ id }) => id));
  return Promise.all(
    rows.map(async ({ companyId, createdAt, updatedAt, ...row }) => {
      const company = await keyOf(companyId);
      return {
        ...row,
        members: { waiting: 0, subscribed: 0, unsubscribed: 0, ...counted.get(row.id) },
        formUrl: row.openForm ? formUrlOf(row.id) : null,
        createdAt: createdAt.toISOString(),
        updatedAt: updatedAt.toISOString(),
        ...(company && { company }),
      };
    }),
  );
}

export function formUrlOf(id: string): string | null {
  const address = publicAddress();
  return address && `${address}/api/l/${id}`;
}

async function countMembers(ids: string[]): Promise<Map<string, Partial<Record<MemberState, number>>>> {
  if (ids.length === 0) return new Map();
  const rows = await statement()<{ id: string; states: Partial<Record<MemberState, number>> }[]>`
    select list_id as id, json_object_agg(state, count) as states from (
      select list_id, state, count(*)::int as count from list_members where list_id = any(${ids}::uuid[]) group by 1, 2) as counted
    group by 1`;
  return new Map(rows.map(({ id, states }) => [id, states]));
}
