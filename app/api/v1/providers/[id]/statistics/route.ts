import { handle } from '@/lib/http/handle';
import { getProviderStatistics } from '@/lib/providers/health/statistics';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) =>
  getProviderStatistics(ctx, { id: params.id! }),
);
