import { and } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import type { Stepped } from '@/lib/async/in-steps';
import { mutation } from '@/lib/audit/mutation';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { countRead, readAgain } from '@/lib/events/read-again';
import { matchesIdOrName, ownFirst } from '@/lib/providers/match';
import type { InboundView, ReplayInput } from './inbound-schema';
import { findInbound, viewInbound } from './list-inbound';

/** Reads it once more, as after its mapping was mended: what is known already is not told twice. @throws AppError not_found, forbidden */
export async function replayInbound(ctx: Context, { id }: { id: string }): Promise<InboundView> {
  const { row, companyId } = await findInbound(ctx, id);
  mayChange(ctx, companyId);
  await mutation(ctx, 'inbound.replay', async (tx) => {
    await readAgain(tx, { id });
    return {
      result: null,
      subjectId: id,
      ownerId: companyId,
      after: { provider: row.provider, receivedAt: row.receivedAt.toISOString() },
    };
  });
  return viewInbound({ ...row, appliedAt: null, error: null });
}

/**
 * The same of a span, oldest first, at most `limit` in one call; with `dryRun` only counts. Of a provider that all companies share only who is for
 * all of them. @throws AppError not_found, forbidden
 */
export async function replayMany(
  ctx: Context,
  { provider, state, dryRun, since, until, limit, cursor }: ReplayInput,
): Promise<Stepped> {
  const { id: providerId, name, companyId } = await findOwn(ctx, provider);
  mayChange(ctx, companyId);
  const span = { providerId, onlyFailed: state === 'failed', since, until, cursor };
  const matched = await countRead(span);
  if (dryRun || matched === 0) return { matched, replayed: 0, nextCursor: null };
  const read = await mutation(ctx, 'inbound.replay_many', async (tx) => {
    const ids = await readAgain(tx, { ...span, limit });
    const after = {
      provider: name,
      state,
      ...(since && { since }),
      ...(until && { until }),
      replayed: ids.length,
    };
    return { result: ids, subjectId: providerId, ownerId: companyId, after };
  });
  const replayed = read.length;
  return { matched, replayed, nextCursor: replayed < matched ? read.at(-1)! : null };
}

/** What comes for a shared one may be about others than the company that is looked at. */
async function findOwn(ctx: Context, provider: string) {
  const { id, name, companyId } = providers;
  const [row] = await db()
    .select({ id, name, companyId })
    .from(providers)
    .where(and(matchesIdOrName(ctx, provider), scoped(ctx, companyId)))
    .orderBy(...ownFirst(ctx, provider))
    .limit(1);
  if (!row) throw notFound('provider', provider);
  return row;
}
