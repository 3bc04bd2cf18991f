import { addAiKey, listAiKeys } from '@/lib/ai/providers/keys';
import { AiKeyInput } from '@/lib/ai/providers/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'ai:read' }, (ctx, { params }) => listAiKeys(ctx, params.id!));

export const POST = handle({ scope: 'ai:write', body: AiKeyInput, status: 201 }, (ctx, { params, body }) =>
  addAiKey(ctx, { ...body, id: params.id! }),
);
