import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { forgetProviders } from './cache';
import { announceChange } from './follow';
import { listProviders } from './list';
import type { ProviderView, ReorderInput } from './schema';
import { lockProvider } from './write';

const FIRST = 50;
const HIGHEST = 100;
const STEP = 10;

/**
 * Each of those named gets a place of its own, in this order; those that are not named keep their priority.
 * @throws AppError not_found; forbidden for a company's token where one is shared
 */
export async function reorderProviders(
  ctx: Context,
  { providers: named }: ReorderInput,
): Promise<{ data: ProviderView[] }> {
  await mutation(ctx, 'provider.reorder', async (tx) => {
    // In the order of their ids: two who reorder at once must not wait for each other in a circle.
    await tx.execute(sql`select id from providers order by id for update`);
    const rows = [];
    for (const idOrName of named) rows.push(await lockProvider(tx, ctx, idOrName));
    const places = rows.map((row, index) => ({ row, priority: placeOf(index, rows.length) }));
    for (const { row, priority } of places)
      if (row.priority !== priority)
        await tx
          .update(providers)
          .set({ priority, version: sql`${providers.version} + 1`, updatedAt: new Date() })
          .where(eq(providers.id, row.id));
    await announceChange(tx);
    return {
      result: undefined,
      subjectId: rows[0]!.id,
      before: Object.fromEntries(rows.map(({ name, priority }) => [name, priority])),
      after: Object.fromEntries(places.map(({ row, priority }) => [row.name, priority])),
    };
  });
  forgetProviders();
  return listProviders(ctx);
}

/** Evenly from the highest down, so that there is room in between. */
function placeOf(index: number, count: number): number {
  return Math.round(HIGHEST - (index * HIGHEST) / count);
}

/** The place after those of the same channel that it stands beside; the first one stands in the middle. Below 0 there is none: there they share. */
export async function lastPlace(
  tx: Transaction,
  { channel, companyId }: { channel: string; companyId: string | null },
): Promise<number> {
  const beside = companyId
    ? or(isNull(providers.companyId), eq(providers.companyId, companyId))
    : isNull(providers.companyId);
  const [row] = await tx
    .select({ lowest: sql<number | null>`min(${providers.priority})` })
    .from(providers)
    // What somebody has put at the very end shall not take all room from the next ones.
    .where(and(eq(providers.channel, channel), beside, gt(providers.priority, 0)));
  const lowest = row?.lowest ?? null;
  if (lowest === null) return FIRST;
  return Math.max(lowest > STEP ? lowest - STEP : lowest - 1, 0);
}
