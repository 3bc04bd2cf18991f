import { and, eq } from 'drizzle-orm';
import { webhooks } from '@/drizzle/schema/webhooks';
import type { Transaction } from '@/lib/database/db';

/** Switches one off that nobody has switched off; what waits stays, for when somebody switches it on again. */
export async function stopWebhook(tx: Transaction, id: string, because: 'failing' | 'gone') {
  const [row] = await tx
    .update(webhooks)
    .set({ active: false, stoppedBecause: because, stoppedAt: new Date() })
    .where(and(eq(webhooks.id, id), eq(webhooks.active, true)))
    .returning();
  return {
    result: undefined,
    subjectId: id,
    ownerId: row?.companyId ?? null,
    before: { active: true },
    after: { active: false, stoppedBecause: because },
  };
}
