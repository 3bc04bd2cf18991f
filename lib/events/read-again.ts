import { and, eq, gt, gte, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import { inboundEvents } from '@/drizzle/schema/inbound-events';
import { db, type Transaction } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { enqueue } from '@/lib/queue/enqueue';

type Span = { providerId: string; onlyFailed: boolean; since?: string; until?: string; cursor?: string };

/**
 * As if nobody had read it yet; a job that commits with it reads it. What follows from it already stays as it is: an event that is told
 * again is known by its id, oldest first. @returns the ids, in their order
 */
export async function readAgain(
  tx: Transaction,
  which: { id: string } | (Span & { limit: number }),
): Promise<string[]> {
  const wanted = tx
    .select({ id: inboundEvents.id })
    .from(inboundEvents)
    .where('id' in which ? eq(inboundEvents.id, which.id) : isWithin(which))
    .orderBy(inboundEvents.id)
    .limit('id' in which ? 1 : which.limit);
  const rows = await tx
    .update(inboundEvents)
    .set({ appliedAt: null, error: null })
    .where(inArray(inboundEvents.id, wanted))
    .returning({ id: inboundEvents.id });
  if (rows.length > 0) await enqueue(tx, 'read-inbound', {}, 'again');
  return rows.map(({ id }) => id).sort();
}

export function countRead(span: Span): Promise<number> {
  return db().$count(inboundEvents, isWithin(span));
}

function isWithin({ providerId, onlyFailed, since, until, cursor }: Span): SQL | undefined {
  const { id } = inboundEvents;
  return and(
    eq(inboundEvents.providerId, providerId),
    isNotNull(onlyFailed ? inboundEvents.error : inboundEvents.appliedAt),
    since ? gte(id, idFloor(new Date(since))) : undefined,
    until ? lt(id, idFloor(new Date(until))) : undefined,
    cursor ? gt(id, cursor) : undefined,
  );
}
