import { and, eq, like, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { settings } from '@/drizzle/schema/settings';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { ProviderDraft } from './draft-schema';

const PREFIX = 'provider-draft:';

/** Where this person stopped adding a provider. One that a newer version can no longer read counts as none. */
export async function getDraft(ctx: Context): Promise<{ draft: ProviderDraft | null }> {
  const [row] = await db()
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, keyOf(ctx)));
  return { draft: ProviderDraft.safeParse(row?.value).data ?? null };
}

/** A note to oneself that changes nothing in the system: it leaves no line in the audit log. */
export async function saveDraft(ctx: Context, draft: ProviderDraft): Promise<void> {
  const value = { value: draft, updatedAt: new Date() };
  await db()
    .insert(settings)
    .values({ key: keyOf(ctx), ...value })
    .onConflictDoUpdate({ target: settings.key, set: value });
}

export async function dropDraft(ctx: Context): Promise<void> {
  await db()
    .delete(settings)
    .where(eq(settings.key, keyOf(ctx)));
}

/** Providers that somebody began to add and has not finished; whose draft it is does not matter. */
export async function listUnfinished(ctx: Context): Promise<{ data: { id: string; mine: boolean }[] }> {
  const rows = await db()
    .select({ id: providers.id, key: settings.key })
    .from(settings)
    .innerJoin(providers, sql`${providers.id}::text = ${settings.value} ->> 'providerId'`)
    .where(and(like(settings.key, `${PREFIX}%`), eq(providers.active, false)));
  return { data: rows.map(({ id, key }) => ({ id, mine: key === `${PREFIX}${ctx.actor.id}` })) };
}

function keyOf({ actor }: Context): string {
  if (actor.type !== 'user') throw new AppError('forbidden', 'Only a person has drafts.');
  return PREFIX + actor.id;
}
