import { listAlerts } from '@/lib/alerts/list';
import { AlertFilter } from '@/lib/alerts/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'alerts:read', query: AlertFilter }, (ctx, { query }) =>
  listAlerts(ctx, query),
);
