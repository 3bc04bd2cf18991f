import { advanceNotifications } from '@/lib/notifications/advance';
import { sendDigests } from '@/lib/notifications/digest';

export async function advanceNotificationsTask(): Promise<void> {
  await sendDigests();
  await advanceNotifications();
}
