import { deleteAiProvider, updateAiProvider } from '@/lib/ai/providers/change';
import { getAiProvider } from '@/lib/ai/providers/find';
import { AiProviderPatch } from '@/lib/ai/providers/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'ai:read' }, (ctx, { params }) => getAiProvider(ctx, params.id!));

export const PATCH = handle({ scope: 'ai:write', body: AiProviderPatch }, (ctx, { params, body }) =>
  updateAiProvider(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'ai:write' }, (ctx, { params }) =>
  deleteAiProvider(ctx, { id: params.id! }),
);
