import { and, eq, gt, gte, inArray, lt, sql as raw } from 'drizzle-orm';
import type { z } from 'zod';
import { messages } from '@/drizzle/schema/messages';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { getProvider } from '@/lib/providers/get';
import { hasWords, wordsQueryOf } from './matches-filter';
import { resendIds } from './resend';
import type { ResendInput } from './schema';

const CHUNK = 500;

export type ResendResult = { matched: number; resent: number };

/**
 * Sends again what came to rest and matches the filter (default: parked), oldest first, at most `limit`. With `dryRun` only counts.
 * Works in chunks, so a queue of any size never stands in memory. @throws AppError not_found for an unknown provider
 */
export async function resendMessages(
  ctx: Context,
  input: z.output<typeof ResendInput>,
): Promise<ResendResult> {
  const where = await conditions(ctx, input);
  const [row] = await db().select({ count: raw<number>`count(*)::int` }).from(messages).where(where);
  const matched = row?.count ?? 0;
  if (input.dryRun) return { matched, resent: 0 };
  let resent = 0;
  let seen = 0;
  for (let after = ''; seen < input.limit; ) {
    const page = await db()
      .select({ id: messages.id })
      .from(messages)
      .where(and(where, after ? gt(messages.id, after) : undefined))
      .orderBy(messages.id)
      .limit(Math.min(CHUNK, input.limit - seen));
    if (page.length === 0) break;
    resent += await resendIds(
      ctx,
      page.map(({ id }) => id),
    );
    seen += page.length;
    after = page.at(-1)!.id;
  }
  return { matched, resent };
}

async function conditions(ctx: Context, { filter }: z.output<typeof ResendInput>) {
  const { status, provider, to, tag, since, until } = filter;
  const companyId = await companyFilter(ctx, filter.company);
  return and(
    inArray(messages.status, status),
    scoped({ companyId }, messages.companyId),
    provider ? eq(messages.providerId, (await getProvider(ctx, provider)).id) : undefined,
    hasWords(wordsQueryOf({ to, tag })),
    since ? gte(messages.id, idFloor(new Date(since))) : undefined,
    until ? lt(messages.id, idFloor(new Date(until))) : undefined,
  );
}
