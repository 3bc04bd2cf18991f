import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { providerChanges } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { getProvider } from '@/lib/providers/get';
import type { ChangesFilter, ProviderChange } from './health-schema';

/** What changed by itself at a provider, and who undid it; newest first. @throws AppError not_found */
export async function listChanges(
  ctx: Context,
  { id, limit, cursor }: z.output<typeof ChangesFilter> & { id: string },
): Promise<{ data: ProviderChange[]; nextCursor: string | null }> {
  const provider = await getProvider(ctx, id);
  const rows = await db()
    .select()
    .from(providerChanges)
    .where(
      and(eq(providerChanges.providerId, provider.id), cursor ? lt(providerChanges.id, cursor) : undefined),
    )
    .orderBy(desc(providerChanges.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: page.map(({ id: changeId, type, at, detail, actor }) => ({
      id: changeId,
      type: type as ProviderChange['type'],
      at: at.toISOString(),
      detail: withoutJob(detail),
      actor,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The job that went along is of no use to a reader. */
function withoutJob(detail: Record<string, unknown> | null): Record<string, unknown> {
  const { job, ...rest } = detail ?? {};
  return rest;
}
