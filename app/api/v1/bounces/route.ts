import { handle } from '@/lib/http/handle';
import { listBounces } from '@/lib/suppressions/list-bounces';
import { BounceFilter } from '@/lib/suppressions/schema';

export const GET = handle({ scope: 'suppressions:read', query: BounceFilter }, (ctx, { query }) =>
  listBounces(ctx, query),
);
