import { handle } from '@/lib/http/handle';
import { ProviderTestInput } from '@/lib/providers/schema';
import { testProvider } from '@/lib/providers/test';

export const POST = handle({ scope: 'providers:write', body: ProviderTestInput }, (ctx, { params, body }) =>
  testProvider(ctx, { ...body, id: params.id! }),
);
