import { handle } from '@/lib/http/handle';
import { revokeToken } from '@/lib/tokens/revoke';

export const DELETE = handle({ scope: 'tokens:write' }, (ctx, { params }) =>
  revokeToken(ctx, { id: params.id! }),
);
