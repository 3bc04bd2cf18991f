import { and, desc, eq, lt } from 'drizzle-orm';
import { webhookDeliveries } from '@/drizzle/schema/webhooks';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { readWebhook } from './rows';
import type { DeliveryFilter, DeliveryView } from './schema';

type Row = typeof webhookDeliveries.$inferSelect;

/** What a webhook was told, the newest first. @throws AppError not_found */
export async function listDeliveries(
  ctx: Context,
  { id, state, limit, cursor }: DeliveryFilter & { id: string },
): Promise<{ data: DeliveryView[]; nextCursor: string | null }> {
  await readWebhook(ctx, id);
  const rows = await db()
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, id),
        state ? eq(webhookDeliveries.state, state) : undefined,
        cursor ? lt(webhookDeliveries.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { data: page.map(viewDelivery), nextCursor: rows.length > limit ? page.at(-1)!.id : null };
}

function viewDelivery(row: Row): DeliveryView {
  return {
    id: row.id,
    event: row.type,
    messageId: row.messageId,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    nextAt: row.nextAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    tries: row.tries.map(({ at, ms, status, cause }) => ({
      at,
      ms,
      status: status ?? null,
      cause: cause ?? null,
    })),
    request: row.payload,
    reply: row.reply,
  };
}
