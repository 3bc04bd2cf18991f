import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import { aiKeys, aiProviders } from '@/drizzle/schema/ai';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { AiProviderView } from './schema';
import { spentThisMonth } from './spent';
import { type AiProviderRow, viewAiProvider } from './view';

/** Who is asked first stands in front: equals by their names, so that it can be said beforehand who it is. */
export const ASKED_FIRST = [
  desc(aiProviders.priority),
  asc(sql`lower(${aiProviders.name})`),
  asc(aiProviders.id),
];

/** The one that is asked first in front. */
export async function listAiProviders(ctx: Context): Promise<{ data: AiProviderView[] }> {
  const rows = await db()
    .select()
    .from(aiProviders)
    .where(scoped(ctx, aiProviders.companyId, 'shared'))
    .orderBy(...ASKED_FIRST);
  return { data: await viewAll(ctx, rows) };
}

/** By id or name. @throws AppError not_found */
export async function getAiProvider(ctx: Context, ref: string): Promise<AiProviderView> {
  const row = await findAiRow(ctx, ref);
  return (await viewAll(ctx, [row]))[0]!;
}

/** @throws AppError not_found */
export async function findAiRow(
  ctx: Context,
  ref: string,
  from: Pick<Transaction, 'select'> = db(),
): Promise<AiProviderRow> {
  const [row] = await named(ctx, ref, from);
  if (!row) throw notFound('AI provider', ref);
  return row;
}

/** For a change: locked, and theirs to change. @throws AppError not_found, forbidden */
export async function lockAiProvider(tx: Transaction, ctx: Context, ref: string): Promise<AiProviderRow> {
  const [row] = await named(ctx, ref, tx).for('update');
  if (!row) throw notFound('AI provider', ref);
  mayChange(ctx, row.companyId);
  return row;
}

function named(ctx: Context, ref: string, from: Pick<Transaction, 'select'>) {
  const byName = eq(sql`lower(${aiProviders.name})`, ref.toLowerCase());
  return from
    .select()
    .from(aiProviders)
    .where(
      and(
        isUuid(ref) ? or(eq(aiProviders.id, ref), byName) : byName,
        scoped(ctx, aiProviders.companyId, 'shared'),
      ),
    )
    .orderBy(
      sql`${aiProviders.id}::text <> ${ref.toLowerCase()}`,
      // As with providers: a name stands for one's own, then for the shared one.
      sql`${aiProviders.companyId} is null`,
      aiProviders.id,
    )
    .limit(1);
}

async function viewAll(ctx: Context, rows: AiProviderRow[]): Promise<AiProviderView[]> {
  if (rows.length === 0) return [];
  const keys = await db().select().from(aiKeys).where(eq(aiKeys.active, true));
  const spent = await spentThisMonth();
  const named = db().select({ id: aiProviders.id, name: aiProviders.name }).from(aiProviders);
  const theirs = await named.where(scoped(ctx, aiProviders.companyId, 'shared'));
  const names = new Map(theirs.map(({ id, name }) => [id, name]));
  return Promise.all(
    rows.map((row) =>
      viewAiProvider(ctx, row, {
        key: keys.find(({ providerId }) => providerId === row.id),
        spent: spent.get(row.id),
        fallback: row.fallbackId ? (names.get(row.fallbackId) ?? null) : null,
      }),
    ),
  );
}
