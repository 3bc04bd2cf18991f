import { removeAiKey } from '@/lib/ai/providers/keys';
import { handle } from '@/lib/http/handle';

export const DELETE = handle({ scope: 'ai:write' }, (ctx, { params }) =>
  removeAiKey(ctx, { id: params.id!, keyId: params.keyId! }),
);
