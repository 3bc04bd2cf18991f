import { handle } from '@/lib/http/handle';
import { testProvider } from '@/lib/providers/health/connection-test';
import { ProviderTestInput } from '@/lib/providers/schema';

export const POST = handle({ scope: 'providers:write', body: ProviderTestInput }, (ctx, { params, body }) =>
  testProvider(ctx, { ...body, id: params.id! }),
);
