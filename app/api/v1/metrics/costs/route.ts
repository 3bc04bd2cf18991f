import { handle } from '@/lib/http/handle';
import { CostsQuery } from '@/lib/metrics/schema';
import { getMonthCosts } from '@/lib/statistics/month-costs';

export const GET = handle({ scope: 'metrics:read', query: CostsQuery }, (ctx, { query }) =>
  getMonthCosts(ctx, query),
);
