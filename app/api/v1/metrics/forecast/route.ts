import { handle } from '@/lib/http/handle';
import { ForecastQuery } from '@/lib/metrics/schema';
import { getForecast } from '@/lib/statistics/forecast';

export const GET = handle({ scope: 'metrics:read', query: ForecastQuery }, (ctx, { query }) =>
  getForecast(ctx, query),
);
