import { and, asc, eq, sql } from 'drizzle-orm';
import { subjectKinds } from '@/drizzle/schema/subjects';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFilter, companyFor, keyOf } from '@/lib/companies/resolve';
import { mayChange, nearestFirst, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError, fieldError, notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import type { KindInput, KindPatch, KindView } from './schema';

export type KindRow = typeof subjectKinds.$inferSelect;

/** A company sees its own and those of all; there are tens of them: no paging. */
export async function listKinds(
  ctx: Context,
  { company }: { company?: string | undefined },
): Promise<{ data: KindView[] }> {
  const companyId = await companyFilter(ctx, company);
  const rows = await db()
    .select()
    .from(subjectKinds)
    .where(scoped({ companyId }, subjectKinds.companyId, 'shared'))
    .orderBy(asc(subjectKinds.title));
  return { data: await Promise.all(rows.map(viewKind)) };
}

/** By id or key; a company's own one stands before that of all. @throws AppError not_found */
export async function readKind(ctx: Pick<Context, 'companyId'>, ref: string): Promise<KindRow> {
  const isIt = isUuid(ref) ? eq(subjectKinds.id, ref) : eq(subjectKinds.key, ref);
  const [row] = await db()
    .select()
    .from(subjectKinds)
    .where(and(isIt, scoped(ctx, subjectKinds.companyId, 'shared')))
    .orderBy(nearestFirst(ctx, subjectKinds.companyId))
    .limit(1);
  if (!row) throw notFound('kind of subject', ref);
  return row;
}

export async function getKind(ctx: Context, { id }: { id: string }): Promise<KindView> {
  return viewKind(await readKind(ctx, id));
}

/** @throws AppError name_taken, forbidden */
export async function createKind(ctx: Context, { company, ...input }: KindInput): Promise<KindView> {
  const companyId = await companyFor(ctx, company);
  const id = newId();
  try {
    await mutation(ctx, 'subject_kind.create', async (tx) => {
      const row = { ...input, id, companyId };
      await tx.insert(subjectKinds).values(row);
      return { result: undefined, subjectId: id, ownerId: companyId, after: row };
    });
  } catch (error) {
    const cause = ((error as { cause?: unknown }).cause ?? error) as { constraint_name?: string };
    if (cause.constraint_name !== 'subject_kinds_key_key') throw error;
    throw new AppError('name_taken', 'There already is a kind with this key.', {
      errors: [fieldError('key', 'taken')],
    });
  }
  return getKind(ctx, { id });
}

/** @throws AppError not_found, changed_meanwhile, forbidden */
export async function updateKind(
  ctx: Context,
  { id: ref, version, ...patch }: KindPatch & { id: string },
): Promise<KindView> {
  const { id, companyId } = await readKind(ctx, ref);
  mayChange(ctx, companyId);
  const save = () =>
    mutation(ctx, 'subject_kind.update', async (tx) => {
      const [before] = await tx.select().from(subjectKinds).where(eq(subjectKinds.id, id)).for('update');
      if (!before) throw notFound('kind of subject', ref);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(subjectKinds)
        .set({ ...patch, updatedAt: new Date(), version: sql`${subjectKinds.version} + 1` })
        .where(eq(subjectKinds.id, id))
        .returning();
      return { result: undefined, subjectId: id, ownerId: companyId, before, after };
    });
  await explainStale(save, { ...patch, version }, () => getKind(ctx, { id }));
  return getKind(ctx, { id });
}

/** With all of its subjects and rules. @throws AppError not_found, forbidden */
export async function deleteKind(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  const { id, companyId } = await readKind(ctx, ref);
  mayChange(ctx, companyId);
  await mutation(ctx, 'subject_kind.delete', async (tx) => {
    const [before] = await tx.delete(subjectKinds).where(eq(subjectKinds.id, id)).returning();
    return { result: undefined, subjectId: id, ownerId: companyId, before };
  });
}

async function viewKind(row: KindRow): Promise<KindView> {
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    fields: row.fields,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(company && { company }),
  };
}
