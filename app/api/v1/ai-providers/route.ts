import { createAiProvider } from '@/lib/ai/providers/change';
import { listAiProviders } from '@/lib/ai/providers/find';
import { AiProviderInput } from '@/lib/ai/providers/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'ai:read' }, listAiProviders);

export const POST = handle({ scope: 'ai:write', body: AiProviderInput, status: 201 }, (ctx, { body }) =>
  createAiProvider(ctx, body),
);
