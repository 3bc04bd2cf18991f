import { and, eq, sql } from 'drizzle-orm';
import { providerDrafts } from '@/drizzle/schema/drafts';
import { providers } from '@/drizzle/schema/providers';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { ProviderDraft } from './draft-schema';

/** Where this person stopped adding a provider. One that a newer version can no longer read counts as none. */
export async function getDraft(ctx: Context): Promise<{ draft: ProviderDraft | null }> {
  const [row] = await db()
    .select({ draft: providerDrafts.draft })
    .from(providerDrafts)
    .where(eq(providerDrafts.userId, personOf(ctx)));
  return { draft: ProviderDraft.safeParse(row?.draft).data ?? null };
}

/** A note to oneself that changes nothing in the system: it leaves no line in the audit log. */
export async function saveDraft(ctx: Context, draft: ProviderDraft): Promise<void> {
  const values = { draft, updatedAt: new Date() };
  await db()
    .insert(providerDrafts)
    .values({ userId: personOf(ctx), ...values })
    .onConflictDoUpdate({ target: providerDrafts.userId, set: values });
}

export async function dropDraft(ctx: Context): Promise<void> {
  await db()
    .delete(providerDrafts)
    .where(eq(providerDrafts.userId, personOf(ctx)));
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

function personOf({ actor }: Context): string {
  if (actor.type !== 'user') throw new AppError('forbidden', 'Only a person has drafts.');
  return actor.id;
}
