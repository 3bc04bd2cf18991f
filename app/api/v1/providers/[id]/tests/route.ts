import { handle } from '@/lib/http/handle';
import { TestsFilter } from '@/lib/providers/health/report-schema';
import { listTests } from '@/lib/providers/health/test-history';

export const GET = handle({ scope: 'providers:read', query: TestsFilter }, (ctx, { params, query }) =>
  listTests(ctx, { ...query, id: params.id! }),
);
