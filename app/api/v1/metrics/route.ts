import { handle } from '@/lib/http/handle';
import { MetricsQuery } from '@/lib/metrics/schema';
import { getMetrics } from '@/lib/statistics/metrics';

export const GET = handle({ scope: 'metrics:read', query: MetricsQuery }, (ctx, { query }) =>
  getMetrics(ctx, query),
);
