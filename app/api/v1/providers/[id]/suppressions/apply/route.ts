import { handle } from '@/lib/http/handle';
import { applyProviderLists } from '@/lib/suppressions/held/lists';

export const POST = handle({ scope: 'suppressions:write', status: 202 }, (ctx, { params }) =>
  applyProviderLists(ctx, { id: params.id! }),
);
