import { handle } from '@/lib/http/handle';
import { getNotification } from '@/lib/notifications/list';

export const GET = handle({ scope: 'notifications:read' }, (ctx, { params }) =>
  getNotification(ctx, { id: params.id! }),
);
