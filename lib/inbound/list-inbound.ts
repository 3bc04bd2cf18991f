import { and } from 'drizzle-orm';
import type { PendingQuery, Row } from 'postgres';
import { providers } from '@/drizzle/schema/providers';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { idFloor, isUuid } from '@/lib/ids';
import { matchesIdOrName } from '@/lib/providers/match';
import type { InboundDetail, InboundFilter, InboundView } from './inbound-schema';
import type { InboundState } from './inbound-states';

type Fragment = PendingQuery<Row[]>;

/**
 * What providers posted, the newest first. It is its provider's: who is of one company sees that of its own providers, since what comes for
 * a shared one may be about others.
 */
export async function listInbound(
  ctx: Context,
  { provider, limit, cursor, ...range }: InboundFilter,
): Promise<{ data: InboundView[]; nextCursor: string | null }> {
  const where = sql()`${isWithin(range)} ${cursor ? sql()`and id < ${cursor}` : sql()``}`;
  const of = await ownProviders(ctx, provider);
  const wanted = (and: Fragment) => sql()`
    select ${COLUMNS()} from inbound_events where ${where} ${and} order by id desc limit ${limit + 1}`;
  const rows = await sql()<Stored[]>`
    select e.*, p.name as provider
    from ${
      of === null
        ? sql()`(${wanted(sql()``)}) e`
        : // For each the index is entered by itself: those of a rare one are not looked for among all.
          sql()`unnest(${of}::uuid[]) as own(id) cross join lateral (${wanted(sql()`and provider_id = own.id`)}) e`
    }
    left join providers p on p.id = e."providerId"
    order by e.id desc limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  return {
    data: page.map(viewInbound),
    nextCursor: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/** More than any provider sends at once is not taken (`read-hook.ts`). @throws AppError not_found */
export async function getInbound(ctx: Context, { id }: { id: string }): Promise<InboundDetail> {
  const { row } = await findInbound(ctx, id);
  const [content] = await sql()<[{ headers: Record<string, string>; body: Uint8Array }]>`
    select headers, body from inbound_events where id = ${id}`;
  if (!content) throw notFound('inbound', id);
  return {
    ...viewInbound(row),
    headers: content.headers,
    body: Buffer.from(content.body).toString('utf8'),
  };
}

/** @throws AppError not_found */
export async function findInbound(
  ctx: Context,
  id: string,
): Promise<{ row: Stored; companyId: string | null }> {
  const [row] = isUuid(id)
    ? await sql()<(Stored & { companyId: string | null })[]>`
        select e.*, p.name as provider, p.company_id as "companyId"
        from (select ${COLUMNS()} from inbound_events where id = ${id}) e left join providers p on p.id = e."providerId"
        where ${ctx.companyId}::uuid is null or p.company_id = ${ctx.companyId}`
    : [];
  if (!row) throw notFound('inbound', id);
  return { row, companyId: row.companyId };
}

/** Null: all there are, also of those that are gone. */
async function ownProviders(ctx: Context, idOrName: string | undefined): Promise<string[] | null> {
  if (idOrName === undefined && ctx.companyId === null) return null;
  const rows = await db()
    .select({ id: providers.id })
    .from(providers)
    .where(
      and(
        idOrName === undefined ? undefined : matchesIdOrName(ctx, idOrName),
        scoped(ctx, providers.companyId),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Spelt out, so that the planner sees which of the small indexes serves. */
const IS: Record<InboundState, () => Fragment> = {
  waiting: () => sql()`applied_at is null`,
  read: () => sql()`applied_at is not null and error is null`,
  failed: () => sql()`error is not null`,
};

function isWithin({ state, since, until }: Pick<InboundFilter, 'state' | 'since' | 'until'>): Fragment {
  return sql()`${state ? IS[state]() : sql()`true`}
    ${since ? sql()`and id >= ${idFloor(new Date(since))}` : sql()``} ${until ? sql()`and id < ${idFloor(new Date(until))}` : sql()``}`;
}

const COLUMNS = () =>
  sql()`id, provider_id as "providerId", received_at as "receivedAt", applied_at as "appliedAt", error, length(body) as size`;

type Stored = {
  id: string;
  providerId: string;
  provider: string | null;
  receivedAt: Date;
  appliedAt: Date | null;
  error: string | null;
  size: number;
};

export function viewInbound({ id, provider, receivedAt, appliedAt, error, size }: Stored): InboundView {
  return {
    id,
    provider,
    receivedAt: receivedAt.toISOString(),
    state: appliedAt === null ? 'waiting' : error === null ? 'read' : 'failed',
    readAt: appliedAt?.toISOString() ?? null,
    error,
    sizeBytes: size,
  };
}
