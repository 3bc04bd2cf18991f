import { eq, sql } from 'drizzle-orm';
import { lists } from '@/drizzle/schema/lists';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFilter, companyFor } from '@/lib/companies/resolve';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { withUnique } from '@/lib/database/with-unique';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { findPublished } from '@/lib/templates/find-published';
import { listsOf, readList, viewLists } from './rows';
import type { ListInput, ListPatch, ListView } from './schema';

export async function listLists(
  ctx: Context,
  { company }: { company?: string | undefined },
): Promise<{ data: ListView[] }> {
  return { data: await viewLists(await listsOf(await companyFilter(ctx, company))) };
}

/** @throws AppError not_found */
export async function getList(ctx: Context, { id }: { id: string }): Promise<ListView> {
  return (await viewLists([await readList(ctx, id)]))[0]!;
}

/** @throws AppError forbidden, name_taken, validation_failed */
export async function createList(ctx: Context, { company, ...input }: ListInput): Promise<ListView> {
  const companyId = await companyFor(ctx, company);
  await checkWelcome(companyId, input.welcome);
  const row = { ...input, id: newId(), companyId };
  await withUniqueTitle('lists_title_key', () =>
    mutation(ctx, 'list.create', async (tx) => {
      await tx.insert(lists).values(row);
      return { result: undefined, subjectId: row.id, ownerId: companyId, after: row };
    }),
  );
  return getList(ctx, { id: row.id });
}

/** @throws AppError not_found, changed_meanwhile, forbidden, name_taken, validation_failed */
export async function updateList(
  ctx: Context,
  { id, version, ...patch }: ListPatch & { id: string },
): Promise<ListView> {
  const { companyId } = await readList(ctx, id);
  mayChange(ctx, companyId);
  await checkWelcome(companyId, patch.welcome ?? null);
  const save = () =>
    mutation(ctx, 'list.update', async (tx) => {
      const [before] = await tx.select().from(lists).where(eq(lists.id, id)).for('update');
      if (!before) throw notFound('list', id);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(lists)
        .set({ ...patch, updatedAt: new Date(), version: sql`${lists.version} + 1` })
        .where(eq(lists.id, id))
        .returning();
      return { result: undefined, subjectId: id, ownerId: companyId, before, after };
    });
  await explainStale(
    () => withUniqueTitle('lists_title_key', save),
    { ...patch, version },
    () => getList(ctx, { id }),
  );
  return getList(ctx, { id });
}

/** @throws AppError not_found, forbidden */
export async function deleteList(ctx: Context, { id }: { id: string }): Promise<void> {
  const { companyId } = await readList(ctx, id);
  mayChange(ctx, companyId);
  await mutation(ctx, 'list.delete', async (tx) => {
    const [before] = await tx.delete(lists).where(eq(lists.id, id)).returning();
    return { result: undefined, subjectId: id, ownerId: companyId, before };
  });
}

/** @throws AppError validation_failed */
async function checkWelcome(companyId: string | null, welcome: string | null): Promise<void> {
  if (welcome === null) return;
  try {
    await findPublished(companyId, welcome);
  } catch (error) {
    if (!(error instanceof AppError) || !error.options.errors) throw error;
    const [first] = error.options.errors;
    throw new AppError('validation_failed', error.detail, {
      errors: first ? [{ ...first, path: 'welcome' }] : [],
    });
  }
}

/** @throws AppError name_taken */
export function withUniqueTitle<T>(index: string, work: () => Promise<T>): Promise<T> {
  return withUnique(index, { field: 'title', detail: 'There already is one with this title.' }, work);
}
