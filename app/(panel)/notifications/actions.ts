'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { cancelNotification } from '@/lib/notifications/cancel';
import { notify } from '@/lib/notifications/notify';
import { NotificationInput } from '@/lib/notifications/schema';

export const notifyAction = action({ may: 'messages.send' }, NotificationInput, notify);

export const cancelNotificationAction = action(
  { may: 'notifications.write' },
  z.strictObject({ id: z.uuid() }),
  cancelNotification,
);
