import { handle } from '@/lib/http/handle';
import { ProviderMetricsQuery } from '@/lib/metrics/schema';
import { getMetricsByProvider } from '@/lib/statistics/metrics';

export const GET = handle({ scope: 'metrics:read', query: ProviderMetricsQuery }, (ctx, { query }) =>
  getMetricsByProvider(ctx, query),
);
