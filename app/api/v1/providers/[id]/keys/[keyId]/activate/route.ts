import { handle } from '@/lib/http/handle';
import { activateKey } from '@/lib/providers/keys/keys';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  activateKey(ctx, { id: params.id!, keyId: params.keyId! }),
);
