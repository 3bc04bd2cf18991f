import { handle } from '@/lib/http/handle';
import { MAX_JSON_BYTES } from '@/lib/messages/schema';
import { listNotifications } from '@/lib/notifications/list';
import { notify } from '@/lib/notifications/notify';
import { NotificationFilter, NotificationInput } from '@/lib/notifications/schema';

export const GET = handle({ scope: 'notifications:read', query: NotificationFilter }, (ctx, { query }) =>
  listNotifications(ctx, query),
);

export const POST = handle(
  {
    scope: 'messages:send',
    body: NotificationInput,
    status: 202,
    maxBodyBytes: MAX_JSON_BYTES,
    bodyFiles: true,
  },
  (ctx, { body }) => notify(ctx, body),
);
