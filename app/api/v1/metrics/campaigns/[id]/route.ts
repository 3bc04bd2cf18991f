import { z } from 'zod';
import { handle } from '@/lib/http/handle';
import { parseInput } from '@/lib/http/parse-input';
import { CampaignMetricsQuery } from '@/lib/metrics/schema';
import { getMetrics } from '@/lib/statistics/metrics';

const Ref = z.strictObject({ id: z.uuid() });

export const GET = handle({ scope: 'metrics:read', query: CampaignMetricsQuery }, (ctx, { query, params }) =>
  getMetrics(ctx, { ...query, campaign: parseInput(Ref, { id: params.id }).id }),
);
