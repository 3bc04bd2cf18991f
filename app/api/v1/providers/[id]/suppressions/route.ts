import { handle } from '@/lib/http/handle';
import { getProviderLists, setProviderLists } from '@/lib/suppressions/held/lists';
import { ProviderListsPatch } from '@/lib/suppressions/held/schema';

export const GET = handle({ scope: 'suppressions:read' }, (ctx, { params }) =>
  getProviderLists(ctx, { id: params.id! }),
);

export const PATCH = handle(
  { scope: 'suppressions:write', body: ProviderListsPatch },
  (ctx, { params, body }) => setProviderLists(ctx, { id: params.id!, ...body }),
);
