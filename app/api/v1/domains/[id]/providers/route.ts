import { AtProviderInput } from '@/lib/domains/schema';
import { createAtProvider } from '@/lib/domains/wishes/create-at-provider';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write', body: AtProviderInput }, (ctx, { params, body }) =>
  createAtProvider(ctx, { ...body, id: params.id! }),
);
