import { advanceNotifications } from '@/lib/notifications/advance';

export async function advanceNotificationsTask(): Promise<void> {
  await advanceNotifications();
}
