import { and, desc, eq, gt, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { suppressions } from '@/drizzle/schema/suppressions';
import { companyFilter, keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { getProvider } from '@/lib/providers/get';
import type { SuppressionFilter, SuppressionSelection, SuppressionView } from './schema';

/** Who is not sent to, the newest first. Of a company where the asker is bound to one. */
export async function listSuppressions(
  ctx: Context,
  { limit, cursor, ...selection }: SuppressionFilter,
): Promise<{ data: SuppressionView[]; nextCursor: string | null }> {
  const where = and(await selected(ctx, selection), cursor ? lt(suppressions.id, cursor) : undefined);
  const rows = await readSuppressions(where, limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map(viewSuppression)),
    nextCursor: rows.length > limit ? page.at(-1)!.row.id : null,
  };
}

/** What stops messages at this moment and matches. @throws AppError not_found for an unknown provider, validation_failed for a company */
export async function selected(ctx: Context, selection: SuppressionSelection): Promise<SQL | undefined> {
  const { q, cause, provider, company, since, until } = selection;
  const companyId = await companyFilter(ctx, company);
  return and(
    scoped({ companyId }, suppressions.companyId),
    isNull(suppressions.liftedAt),
    or(isNull(suppressions.expiresAt), gt(suppressions.expiresAt, sql`now()`)),
    q ? sql`position(${q.toLowerCase()} in ${suppressions.address}) > 0` : undefined,
    cause ? eq(suppressions.cause, cause) : undefined,
    provider ? eq(suppressions.providerId, (await getProvider(ctx, provider)).id) : undefined,
    since ? gte(suppressions.lastAt, new Date(since)) : undefined,
    until ? lt(suppressions.lastAt, new Date(until)) : undefined,
  );
}

export function readSuppressions(where: SQL | undefined, limit: number) {
  return db()
    .select({ row: suppressions, provider: providers.name })
    .from(suppressions)
    .leftJoin(providers, eq(providers.id, suppressions.providerId))
    .where(where)
    .orderBy(desc(suppressions.id))
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof readSuppressions>>[number];

export async function viewSuppression({ row, provider }: Row): Promise<SuppressionView> {
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    address: row.address,
    channel: row.channel,
    cause: row.cause,
    category: row.category as SuppressionView['category'],
    reason: row.reason,
    code: row.code,
    provider,
    messageId: row.messageId,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    times: row.times,
    until: row.expiresAt?.toISOString() ?? null,
    addedBy: row.addedBy,
    ...(company && { company }),
  };
}
