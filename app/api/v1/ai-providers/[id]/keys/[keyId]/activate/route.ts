import { activateAiKey } from '@/lib/ai/providers/keys';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'ai:write' }, (ctx, { params }) =>
  activateAiKey(ctx, { id: params.id!, keyId: params.keyId! }),
);
