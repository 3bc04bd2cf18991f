import { handle } from '@/lib/http/handle';
import { QueueHistoryQuery } from '@/lib/metrics/schema';
import { getQueueHistory } from '@/lib/statistics/queue-history';

export const GET = handle({ scope: 'metrics:read', query: QueueHistoryQuery }, (ctx, { query }) =>
  getQueueHistory(ctx, query),
);
