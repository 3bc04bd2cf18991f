import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { subjectKinds, subjects } from '@/drizzle/schema/subjects';
import { mutation } from '@/lib/audit/mutation';
import { companyFilter, keyOf } from '@/lib/companies/resolve';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readKind } from '@/lib/subject-kinds/change';
import type { SubjectFilter, SubjectView } from './schema';

/** The newest first. @throws AppError not_found for an unknown kind */
export async function listSubjects(
  ctx: Context,
  { kind, q, company, limit, cursor }: SubjectFilter,
): Promise<{ data: SubjectView[]; nextCursor: string | null }> {
  const companyId = await companyFilter(ctx, company);
  const kindId = kind ? (await readKind(ctx, kind)).id : undefined;
  const rows = await read()
    .where(
      and(
        scoped({ companyId }, subjects.companyId, 'shared'),
        kindId ? eq(subjects.kindId, kindId) : undefined,
        q ? sql`position(${q.trim().toLowerCase()} in lower(${subjects.key})) > 0` : undefined,
        cursor ? lt(subjects.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(subjects.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map(viewSubject)),
    nextCursor: rows.length > limit ? page.at(-1)!.row.id : null,
  };
}

/** @throws AppError not_found */
export async function getSubject(ctx: Context, { id }: { id: string }): Promise<SubjectView> {
  return viewSubject(await readSubject(ctx, id));
}

/** @throws AppError not_found, forbidden */
export async function deleteSubject(ctx: Context, { id }: { id: string }): Promise<void> {
  const { row: before } = await readSubject(ctx, id);
  mayChange(ctx, before.companyId);
  await mutation(ctx, 'subject.delete', async (tx) => {
    await tx.delete(subjects).where(eq(subjects.id, before.id));
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, before };
  });
}

async function readSubject(ctx: Context, id: string) {
  const [found] = isUuid(id)
    ? await read().where(and(eq(subjects.id, id), scoped(ctx, subjects.companyId, 'shared')))
    : [];
  if (!found) throw notFound('subject', id);
  return found;
}

function read() {
  return db()
    .select({ row: subjects, kind: subjectKinds.key })
    .from(subjects)
    .innerJoin(subjectKinds, eq(subjectKinds.id, subjects.kindId));
}

async function viewSubject({
  row,
  kind,
}: {
  row: typeof subjects.$inferSelect;
  kind: string;
}): Promise<SubjectView> {
  const company = await keyOf(row.companyId);
  const { id, key, contactId, data } = row;
  return {
    ...{ id, kind, key, contactId, data },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(company && { company }),
  };
}
