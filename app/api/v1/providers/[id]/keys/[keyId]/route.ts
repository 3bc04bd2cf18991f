import { handle } from '@/lib/http/handle';
import { removeKey } from '@/lib/providers/keys/keys';

export const DELETE = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  removeKey(ctx, { id: params.id!, keyId: params.keyId! }),
);
