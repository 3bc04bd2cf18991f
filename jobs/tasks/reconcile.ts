import { log } from '@/lib/log';
import { reconcileMessages } from '@/lib/messages/reconcile';
import { wakeExpired } from '@/lib/messages/wake-expired';

export async function reconcile(): Promise<void> {
  await wakeExpired();
  const woken = await reconcileMessages();
  if (woken > 0) log.warn('messages without a job were woken', { woken });
}
