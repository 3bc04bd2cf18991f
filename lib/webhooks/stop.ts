import { and, eq } from 'drizzle-orm';
import { webhooks } from '@/drizzle/schema/webhooks';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';

/**
 * Switches one off that nobody has switched off; what waits stays, for when somebody switches it on again.
 * @throws AppError conflict where it is off already, so that of several who hear it at once one writes so into the audit log
 */
export async function stopWebhook(tx: Transaction, id: string, because: 'failing' | 'gone') {
  const [row] = await tx
    .update(webhooks)
    .set({ active: false, stoppedBecause: because, stoppedAt: new Date() })
    .where(and(eq(webhooks.id, id), eq(webhooks.active, true)))
    .returning();
  if (!row) throw new AppError('conflict', 'The webhook is off already.');
  return {
    result: undefined,
    subjectId: id,
    ownerId: row.companyId,
    before: { active: true },
    after: { active: false, stoppedBecause: because },
  };
}
