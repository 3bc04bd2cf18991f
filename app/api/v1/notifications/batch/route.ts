import { handle } from '@/lib/http/handle';
import { MAX_JSON_BYTES } from '@/lib/messages/schema';
import { notifyBatch } from '@/lib/notifications/notify-batch';
import { NotificationBatch } from '@/lib/notifications/schema';

export const POST = handle(
  {
    scope: 'messages:send',
    body: NotificationBatch,
    maxBodyBytes: MAX_JSON_BYTES,
    bodyFiles: true,
    maxBodyValues: 200_000,
    countsAs: ({ notifications }) => notifications.length,
  },
  (ctx, { body }) => notifyBatch(ctx, body),
);
