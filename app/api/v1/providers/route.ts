import { handle } from '@/lib/http/handle';
import { createProvider } from '@/lib/providers/create';
import { listProviders } from '@/lib/providers/list';
import { ProviderInput } from '@/lib/providers/schema';

export const GET = handle({ scope: 'providers:read' }, listProviders);

export const POST = handle({ scope: 'providers:write', body: ProviderInput, status: 201 }, (ctx, { body }) =>
  createProvider(ctx, body),
);
