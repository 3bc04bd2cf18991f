import { handle } from '@/lib/http/handle';
import { getMetrics } from '@/lib/metrics/get';
import { MetricsQuery } from '@/lib/metrics/schema';

const query = MetricsQuery.omit({ provider: true });

export const GET = handle({ scope: 'metrics:read', query }, (ctx, { query, params }) =>
  getMetrics(ctx, { ...query, provider: params.id! }),
);
