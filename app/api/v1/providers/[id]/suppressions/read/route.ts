import { handle } from '@/lib/http/handle';
import { readProviderLists } from '@/lib/suppressions/held/lists';

export const POST = handle({ scope: 'suppressions:write', status: 202 }, (ctx, { params }) =>
  readProviderLists(ctx, { id: params.id! }),
);
