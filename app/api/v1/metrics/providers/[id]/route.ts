import { handle } from '@/lib/http/handle';
import { ProviderMetricsQuery } from '@/lib/metrics/schema';
import { getMetrics } from '@/lib/statistics/metrics';

export const GET = handle({ scope: 'metrics:read', query: ProviderMetricsQuery }, (ctx, { query, params }) =>
  getMetrics(ctx, { ...query, provider: params.id! }),
);
