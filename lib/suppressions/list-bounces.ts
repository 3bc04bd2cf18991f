import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { bounces, suppressions } from '@/drizzle/schema/suppressions';
import { companyFilter, keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { getProvider } from '@/lib/providers/get';
import type { BounceFilter, BounceView } from './schema';

/** Addresses at which messages did not arrive for a reason that lies with them: those that bounced last for the first time come first. */
export async function listBounces(
  ctx: Context,
  { q, provider, company, since, limit, cursor }: BounceFilter,
): Promise<{ data: BounceView[]; nextCursor: string | null }> {
  const companyId = await companyFilter(ctx, company);
  const rows = await db()
    .select({ row: bounces, provider: providers.name, held: HELD })
    .from(bounces)
    .leftJoin(providers, eq(providers.id, bounces.providerId))
    .where(
      and(
        scoped({ companyId }, bounces.companyId),
        q ? sql`position(${q.toLowerCase()} in ${bounces.address}) > 0` : undefined,
        provider ? eq(bounces.providerId, (await getProvider(ctx, provider)).id) : undefined,
        since ? gte(bounces.lastAt, new Date(since)) : undefined,
        cursor ? lt(bounces.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(bounces.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map(view)),
    nextCursor: rows.length > limit ? page.at(-1)!.row.id : null,
  };
}

/** What stops messages to it: null, or until when, which is null for good. */
const HELD = sql<{ until: string | null } | null>`(
  select json_build_object('until', case when bool_or(s.expires_at is null) then null else max(s.expires_at) end)
  from ${suppressions} s
  where s.address = ${bounces.address} and s.channel = ${bounces.channel} and (s.company_id is null or s.company_id = ${bounces.companyId})
    and s.lifted_at is null and (s.expires_at is null or s.expires_at > now())
  having count(*) > 0)`;

async function view({
  row,
  provider,
  held,
}: {
  row: typeof bounces.$inferSelect;
  provider: string | null;
  held: { until: string | null } | null;
}): Promise<BounceView> {
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    address: row.address,
    channel: row.channel,
    class: row.class,
    code: row.code,
    reason: row.reason,
    provider,
    messageId: row.messageId,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    times: row.times,
    suppressed: held !== null,
    suppressedUntil: held?.until ? new Date(held.until).toISOString() : null,
    ...(company && { company }),
  };
}
