import { handle } from '@/lib/http/handle';
import { getMetrics } from '@/lib/metrics/get';
import { MetricsQuery } from '@/lib/metrics/schema';

export const GET = handle({ scope: 'metrics:read', query: MetricsQuery }, (ctx, { query }) =>
  getMetrics(ctx, query),
);
