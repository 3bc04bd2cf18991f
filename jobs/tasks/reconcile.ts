import { log } from '@/lib/log';
import { reconcileMessages } from '@/lib/messages/reconcile';

export async function reconcile(): Promise<void> {
  const woken = await reconcileMessages();
  if (woken > 0) log.warn('messages without a job were woken', { woken });
}
