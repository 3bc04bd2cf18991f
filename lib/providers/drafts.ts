import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { providerDrafts } from '@/drizzle/schema/drafts';
import { providers } from '@/drizzle/schema/providers';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { ProviderDraft } from './draft-schema';

/** Where this person stopped adding a provider. One that a newer version can no longer read counts as none. */
export async function getDraft(ctx: Context): Promise<{ draft: ProviderDraft | null; round: number }> {
  const [row] = await db()
    .select({ draft: providerDrafts.draft })
    .from(providerDrafts)
    .where(eq(providerDrafts.userId, personOf(ctx)));
  return { draft: ProviderDraft.safeParse(row?.draft).data ?? null, round: Round.parse(row?.draft) };
}

/**
 * A note to oneself that changes nothing in the system: it leaves no line in the audit log.
 * @throws AppError changed_meanwhile where the draft was finished or thrown away in another window
 */
export async function saveDraft(ctx: Context, draft: ProviderDraft): Promise<void> {
  const values = { draft, updatedAt: new Date() };
  const saved = await db()
    .insert(providerDrafts)
    .values({ userId: personOf(ctx), ...values })
    .onConflictDoUpdate({
      target: providerDrafts.userId,
      set: values,
      setWhere: sql`${storedRound} <= ${draft.round}`,
    })
    .returning({ userId: providerDrafts.userId });
  if (saved.length === 0)
    throw new AppError('changed_meanwhile', 'This draft was finished or thrown away in another window.');
}

/** What is left is the number of the next round: a window that still shows this draft cannot bring it back. */
export async function dropDraft(ctx: Context): Promise<{ round: number }> {
  const [row] = await db()
    .insert(providerDrafts)
    .values({ userId: personOf(ctx), draft: { round: 1 } })
    .onConflictDoUpdate({ target: providerDrafts.userId, set: { draft: nextRound, updatedAt: new Date() } })
    .returning({ draft: providerDrafts.draft });
  return { round: Round.parse(row?.draft) };
}

/** Of whoever began to add a provider that is deleted. */
export async function dropDraftsOf(tx: Transaction, providerId: string): Promise<void> {
  await tx
    .update(providerDrafts)
    .set({ draft: nextRound })
    .where(sql`${providerDrafts.draft} ->> 'providerId' = ${providerId}`);
}

/** Providers that somebody began to add and has not finished; whose draft it is does not matter. */
export async function listUnfinished(ctx: Context): Promise<{ data: { id: string; mine: boolean }[] }> {
  const rows = await db()
    .select({ id: providers.id, userId: providerDrafts.userId })
    .from(providerDrafts)
    .innerJoin(providers, sql`${providers.id}::text = ${providerDrafts.draft} ->> 'providerId'`)
    .where(and(eq(providers.active, false), scoped(ctx, providers.companyId, 'shared')));
  return { data: rows.map(({ id, userId }) => ({ id, mine: userId === ctx.actor.id })) };
}

const storedRound = sql`coalesce((${providerDrafts.draft} ->> 'round')::int, 0)`;
const nextRound = sql`jsonb_build_object('round', ${storedRound} + 1)`;
const Round = z
  .object({ round: z.int().default(0) })
  .catch({ round: 0 })
  .transform(({ round }) => round);

function personOf({ actor }: Context): string {
  if (actor.type !== 'user') throw new AppError('forbidden', 'Only a person has drafts.');
  return actor.id;
}
