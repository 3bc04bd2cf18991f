import { reconcileMessages } from '@/lib/backlog/reconcile';
import { wakeExpired } from '@/lib/backlog/wake-expired';
import { log } from '@/lib/log';

export async function reconcile(): Promise<void> {
  await wakeExpired();
  const woken = await reconcileMessages();
  if (woken > 0) log.warn('messages without a job were woken', { woken });
}
