import { handle } from '@/lib/http/handle';
import { cancelNotification } from '@/lib/notifications/cancel';

export const POST = handle({ scope: 'notifications:write' }, (ctx, { params }) =>
  cancelNotification(ctx, { id: params.id! }),
);
