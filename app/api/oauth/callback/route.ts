import { handle } from '@/lib/http/handle';
import { CallbackInput, completeAuthorization } from '@/lib/providers/oauth/complete';
import { redirectTo } from '@/lib/providers/oauth/redirect';

export const GET = handle({ scope: 'providers:write', query: CallbackInput }, async (ctx, { query }) =>
  redirectTo((await completeAuthorization(ctx, query)).page),
);
