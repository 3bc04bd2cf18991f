import { and, eq } from 'drizzle-orm';
import { notificationSteps, notifications } from '@/drizzle/schema/notifications';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { cancelMessage } from '@/lib/messages/cancel';
import { getNotification, readNotification } from './list';
import type { NotificationDetail } from './schema';

/** What is still to be told is not: messages that wait are canceled, channels whose turn has not come are left out. @throws AppError not_found, not_cancelable */
export async function cancelNotification(ctx: Context, { id }: { id: string }): Promise<NotificationDetail> {
  const before = await readNotification(ctx, id);
  const messageIds = await mutation(ctx, 'notification.cancel', async (tx) => {
    const [held] = await tx.select().from(notifications).where(eq(notifications.id, before.id)).for('update');
    if (held?.state !== 'waiting')
      throw new AppError('not_cancelable', 'Nothing of this notification waits any more.');
    const finished = {
      state: 'canceled' as const,
      finishedAt: new Date(),
      nextAt: null,
      digestAt: null,
      attachments: null,
    };
    await tx.update(notifications).set(finished).where(eq(notifications.id, held.id));
    const steps = await tx
      .select()
      .from(notificationSteps)
      .where(eq(notificationSteps.notificationId, held.id));
    await tx
      .update(notificationSteps)
      .set({ state: 'canceled', reason: 'by_hand' })
      .where(and(eq(notificationSteps.notificationId, held.id), eq(notificationSteps.state, 'planned')));
    const result = steps.flatMap(({ messageId }) => messageId ?? []);
    return {
      result,
      subjectId: held.id,
      ownerId: held.companyId,
      before: { state: 'waiting' },
      after: finished,
    };
  });
  // One that is with a provider, or has arrived, stays as it is.
  for (const messageId of messageIds) await cancelMessage(ctx, { id: messageId }).catch(() => undefined);
  return getNotification(ctx, { id: before.id });
}
