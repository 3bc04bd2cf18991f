import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { bounces, suppressions } from '@/drizzle/schema/suppressions';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { formOf } from '@/lib/erasures/form';
import { notFound } from '@/lib/errors';
import { toCompare } from './compare';
import { selected } from './list';
import type { AddressRef, UndoInput } from './schema';

/**
 * An address may be sent to again, whatever stopped it; with `id` only that entry goes: who is back after a bounce has not subscribed again.
 * @throws AppError not_found
 */
export async function removeSuppression(
  ctx: Context,
  { address, company, id }: AddressRef,
): Promise<{ lifted: number }> {
  const compared = toCompare('email', address.trim());
  const where = and(
    await selected(ctx, { ...(company && { company }) }),
    // Who was deleted is still recognised by whoever names them.
    inArray(suppressions.address, [compared, await formOf(compared)]),
    id ? eq(suppressions.id, id) : undefined,
  );
  const [known] = await db().select({ id: suppressions.id }).from(suppressions).where(where).limit(1);
  if (!known) throw notFound('suppression', address);
  const lifted = await mutation(ctx, 'suppression.remove', async (tx) => {
    const rows = await lift(tx, where);
    return {
      result: rows.length,
      subjectId: null,
      ownerId: rows[0]?.companyId ?? null,
      before: { address: compared, causes: rows.map(({ cause }) => cause) },
    };
  });
  return { lifted };
}

/**
 * What came about for a cause, through a provider, within a time: undone together, as on the day on which one stood on a blocklist. With
 * `dryRun` only counts. @throws AppError not_found for an unknown provider
 */
export async function undoSuppressions(
  ctx: Context,
  { dryRun, ...selection }: UndoInput,
): Promise<{ matched: number; lifted: number }> {
  const where = await selected(ctx, selection);
  if (dryRun) {
    const [row] = await db().select({ matched: sql<number>`count(*)::int` }).from(suppressions).where(where);
    return { matched: row!.matched, lifted: 0 };
  }
  const lifted = await mutation(ctx, 'suppression.undo', async (tx) => {
    const rows = await lift(tx, where);
    return { result: rows.length, subjectId: null, after: { ...selection, lifted: rows.length } };
  });
  return { matched: lifted, lifted };
}

/** What is counted towards them begins anew, too: the next soft bounce is the first. */
async function lift(tx: Transaction, where: SQL | undefined) {
  const rows = await tx.update(suppressions).set({ liftedAt: sql`now()` }).where(where).returning({
    address: suppressions.address,
    cause: suppressions.cause,
    companyId: suppressions.companyId,
  });
  const soft = rows.filter(({ cause }) => cause === 'soft_bounces');
  // Each company counts by itself.
  for (const [companyId, own] of Map.groupBy(soft, (row) => row.companyId))
    for (let at = 0; at < own.length; at += 5_000)
      await tx
        .update(bounces)
        .set({ softs: {} })
        .where(
          and(
            companyId === null ? isNull(bounces.companyId) : eq(bounces.companyId, companyId),
            inArray(
              bounces.address,
              own.slice(at, at + 5_000).map(({ address }) => address),
            ),
          ),
        );
  return rows;
}
