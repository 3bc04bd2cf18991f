import { and, asc, eq, sql } from 'drizzle-orm';
import { segments } from '@/drizzle/schema/lists';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFilter, companyFor, keyOf } from '@/lib/companies/resolve';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import { withUniqueTitle } from '@/lib/lists/change';
import { checkRules } from './check';
import type { SegmentInput, SegmentPatch, SegmentRules, SegmentView } from './schema';

export type SegmentRow = Omit<typeof segments.$inferSelect, 'rules'> & { rules: SegmentRules };

/** By title; there are tens of them: no paging. */
export async function listSegments(
  ctx: Context,
  { company }: { company?: string | undefined },
): Promise<{ data: SegmentView[] }> {
  const companyId = await companyFilter(ctx, company);
  const rows = (await db()
    .select()
    .from(segments)
    .where(scoped({ companyId }, segments.companyId, 'shared'))
    .orderBy(asc(sql`lower(${segments.title})`), asc(segments.id))) as SegmentRow[];
  return { data: await Promise.all(rows.map(viewSegment)) };
}

/** @throws AppError not_found */
export async function getSegment(ctx: Context, { id }: { id: string }): Promise<SegmentView> {
  return viewSegment(await readSegment(ctx, id));
}

/** @throws AppError not_found */
export async function readSegment(ctx: Pick<Context, 'companyId'>, id: string): Promise<SegmentRow> {
  const [row] = isUuid(id)
    ? await db()
        .select()
        .from(segments)
        .where(and(eq(segments.id, id), scoped(ctx, segments.companyId, 'shared')))
    : [];
  if (!row) throw notFound('segment', id);
  return row as SegmentRow;
}

/** @throws AppError forbidden, name_taken, validation_failed */
export async function createSegment(ctx: Context, { company, ...input }: SegmentInput): Promise<SegmentView> {
  const companyId = await companyFor(ctx, company);
  await checkRules(companyId, input.rules);
  const row = { ...input, id: newId(), companyId };
  await withUniqueTitle('segments_title_key', () =>
    mutation(ctx, 'segment.create', async (tx) => {
      await tx.insert(segments).values(row as typeof segments.$inferInsert);
      return { result: undefined, subjectId: row.id, ownerId: companyId, after: row };
    }),
  );
  return getSegment(ctx, { id: row.id });
}

/** @throws AppError not_found, changed_meanwhile, forbidden, name_taken, validation_failed */
export async function updateSegment(
  ctx: Context,
  { id, version, ...patch }: SegmentPatch & { id: string },
): Promise<SegmentView> {
  const { companyId } = await readSegment(ctx, id);
  mayChange(ctx, companyId);
  if (patch.rules) await checkRules(companyId, patch.rules);
  const save = () =>
    mutation(ctx, 'segment.update', async (tx) => {
      const [before] = await tx.select().from(segments).where(eq(segments.id, id)).for('update');
      if (!before) throw notFound('segment', id);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(segments)
        .set({ ...(patch as object), updatedAt: new Date(), version: sql`${segments.version} + 1` })
        .where(eq(segments.id, id))
        .returning();
      return { result: undefined, subjectId: id, ownerId: companyId, before, after };
    });
  await explainStale(
    () => withUniqueTitle('segments_title_key', save),
    { ...patch, version },
    () => getSegment(ctx, { id }),
  );
  return getSegment(ctx, { id });
}

/** @throws AppError not_found, forbidden */
export async function deleteSegment(ctx: Context, { id }: { id: string }): Promise<void> {
  const { companyId } = await readSegment(ctx, id);
  mayChange(ctx, companyId);
  await mutation(ctx, 'segment.delete', async (tx) => {
    const [before] = await tx.delete(segments).where(eq(segments.id, id)).returning();
    return { result: undefined, subjectId: id, ownerId: companyId, before };
  });
}

async function viewSegment({ companyId, createdAt, updatedAt, ...row }: SegmentRow): Promise<SegmentView> {
  const company = await keyOf(companyId);
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(company && { company }),
  };
}
