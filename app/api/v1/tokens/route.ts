import { handle } from '@/lib/http/handle';
import { createToken } from '@/lib/tokens/create';
import { listTokens } from '@/lib/tokens/list';
import { TokenInput } from '@/lib/tokens/schema';

export const GET = handle({ scope: 'tokens:read' }, listTokens);

export const POST = handle({ scope: 'tokens:write', body: TokenInput, status: 201 }, (ctx, { body }) =>
  createToken(ctx, body),
);
