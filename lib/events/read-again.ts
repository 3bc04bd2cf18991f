import { and, eq, gte, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import { inboundEvents } from '@/drizzle/schema/inbound-events';
import { db, type Transaction } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { enqueue } from '@/lib/queue/enqueue';
import { MOST_AGAIN } from './inbound';

type Span = { providerId: string; onlyFailed: boolean; since?: string; until?: string };

/**
 * As if nobody had read it yet; a job that commits with it reads it. What follows from it already stays as it is: an event that is told
 * again is known by its id. @returns how many
 */
export async function readAgain(tx: Transaction, which: { id: string } | Span): Promise<number> {
  const wanted = tx
    .select({ id: inboundEvents.id })
    .from(inboundEvents)
    .where('id' in which ? eq(inboundEvents.id, which.id) : isWithin(which))
    .orderBy(inboundEvents.id)
    .limit(MOST_AGAIN);
  const rows = await tx
    .update(inboundEvents)
    .set({ appliedAt: null, error: null })
    .where(inArray(inboundEvents.id, wanted))
    .returning({ id: inboundEvents.id });
  if (rows.length > 0) await enqueue(tx, 'read-inbound', {}, 'again');
  return rows.length;
}

export function countRead(span: Span): Promise<number> {
  return db().$count(inboundEvents, isWithin(span));
}

function isWithin({ providerId, onlyFailed, since, until }: Span): SQL | undefined {
  const { id } = inboundEvents;
  return and(
    eq(inboundEvents.providerId, providerId),
    isNotNull(onlyFailed ? inboundEvents.error : inboundEvents.appliedAt),
    since ? gte(id, idFloor(new Date(since))) : undefined,
    until ? lt(id, idFloor(new Date(until))) : undefined,
  );
}
