import { handle } from '@/lib/http/handle';
import { getToken } from '@/lib/tokens/get';
import { revokeToken } from '@/lib/tokens/revoke';
import { TokenPatch } from '@/lib/tokens/schema';
import { updateToken } from '@/lib/tokens/update';

export const GET = handle({ scope: 'tokens:read' }, (ctx, { params }) => getToken(ctx, { id: params.id! }));

export const PATCH = handle({ scope: 'tokens:write', body: TokenPatch }, (ctx, { body, params }) =>
  updateToken(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'tokens:write', confirm: false }, (ctx, { params }) =>
  revokeToken(ctx, { id: params.id! }),
);
