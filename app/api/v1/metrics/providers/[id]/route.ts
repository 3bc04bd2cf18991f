import { handle } from '@/lib/http/handle';
import { MetricsQuery } from '@/lib/metrics/schema';
import { getMetrics } from '@/lib/statistics/metrics';

const query = MetricsQuery.omit({ provider: true });

export const GET = handle({ scope: 'metrics:read', query }, (ctx, { query, params }) =>
  getMetrics(ctx, { ...query, provider: params.id! }),
);
