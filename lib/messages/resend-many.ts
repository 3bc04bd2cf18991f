import { and, arrayContains, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { messages } from '@/drizzle/schema/messages';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { getProvider } from '@/lib/providers/get';
import { actOnMany, type ByState } from './act-on-many';
import { findFew } from './find-by-words';
import { wordsQueryOf } from './matches-filter';
import { resendIds } from './resend';
import type { ManyInput, ResendInput } from './schema';
import { checkSends, maySendForReal } from './send-for-real';
import { RESENDABLE } from './status';

const CHUNK = 500;

/** `captured`: of those that match, how many a sandbox keeps; they go for real. `refused`: of those chosen, how many are not sent again. */
export type ResendResult = { matched: number; resent: number; captured?: number; refused?: ByState };

/** Of so few messages with a tag or a recipient each is looked at; of more, all that came to rest. */
const FEW_MESSAGES = 2_000;

/**
 * Sends again what came to rest and matches the filter (default: parked), oldest first, at most `limit`. With `dryRun` only counts.
 * Works in chunks, so a queue of any size never stands in memory. @throws AppError not_found for an unknown provider,
 * not_resendable for what sandboxes keep while there is no provider that sends
 */
export async function resendMessages(
  ctx: Context,
  { filter, ids, match, limit, dryRun }: z.output<typeof ResendInput>,
): Promise<ResendResult> {
  if (ids || match) return resendChosen(ctx, { ids, match, limit, dryRun });
  if (filter.status.includes('captured')) await checkSends(ctx);
  const where = await conditions(ctx, filter);
  const counts = await Promise.all(filter.status.map((status) => count(and(isIn(status), where))));
  const matched = counts.reduce((sum, one) => sum + one, 0);
  if (dryRun) return { matched, resent: 0 };
  let resent = 0;
  let seen = 0;
  for (let after: string | null = null; seen < limit; ) {
    const size = Math.min(CHUNK, limit - seen);
    const behind = and(where, after ? gt(messages.id, after) : undefined);
    const ids = await Promise.all(filter.status.map((status) => oldest(and(isIn(status), behind), size)));
    const page = ids.flat().toSorted().slice(0, size);
    if (page.length === 0) break;
    resent += await resendIds(ctx, page);
    seen += page.length;
    after = page.at(-1)!;
  }
  return { matched, resent };
}

async function resendChosen(ctx: Context, input: ManyInput): Promise<ResendResult> {
  const possible = {
    from: RESENDABLE,
    when: sql`(${messages.status} <> 'captured' or ${sql.raw(maySendForReal())})`,
  };
  const { matched, done, able, refused } = await actOnMany(ctx, input, possible, (ids) =>
    resendIds(ctx, ids),
  );
  return { matched, resent: done, captured: able.captured ?? 0, refused };
}

/** One state at a time and spelt out, so that the planner sees that its partial index serves, which has them in order. */
function isIn(status: (typeof RESENDABLE)[number]): SQL {
  const forReal = status === 'captured' ? sql` and ${sql.raw(maySendForReal())}` : sql``;
  return sql`${messages.status} = ${sql.raw(`'${status}'`)}${forReal}`;
}

async function count(where: SQL | undefined): Promise<number> {
  const [row] = await db().select({ count: sql<number>`count(*)::int` }).from(messages).where(where);
  return row?.count ?? 0;
}

async function oldest(where: SQL | undefined, limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(where)
    .orderBy(messages.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function conditions(ctx: Context, filter: z.output<typeof ResendInput>['filter']) {
  const { provider, to, tag, since, until } = filter;
  const companyId = await companyFilter(ctx, filter.company);
  const query = wordsQueryOf({ to, tag });
  const few = query === null ? null : await findFew(query, FEW_MESSAGES);
  return and(
    scoped({ companyId }, messages.companyId),
    provider ? eq(messages.providerId, (await getProvider(ctx, provider)).id) : undefined,
    few ? inArray(messages.id, few) : undefined,
    // Told by the row itself: with the index of words all that have the tag would be read, whatever their state.
    tag ? arrayContains(messages.tags, [tag]) : undefined,
    to ? arrayContains(messages.recipientAddresses, [to.toLowerCase()]) : undefined,
    since ? gte(messages.id, idFloor(new Date(since))) : undefined,
    until ? lt(messages.id, idFloor(new Date(until))) : undefined,
  );
}
