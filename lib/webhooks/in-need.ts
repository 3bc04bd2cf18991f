import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { webhooks } from '@/drizzle/schema/webhooks';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { webhooksOf } from './rows';

export type WebhookInNeed = { id: string; name: string; because: 'failing' | 'gone'; since: Date };

/** Those that were switched off by themselves: somebody has to look. */
export async function webhooksInNeed(ctx: Context): Promise<WebhookInNeed[]> {
  const rows = await db()
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.active, false), isNotNull(webhooks.stoppedBecause), webhooksOf(ctx)))
    .orderBy(asc(webhooks.stoppedAt));
  return rows.map(({ id, name, stoppedBecause, stoppedAt, updatedAt }) => ({
    id,
    name,
    because: stoppedBecause!,
    since: stoppedAt ?? updatedAt,
  }));
}
