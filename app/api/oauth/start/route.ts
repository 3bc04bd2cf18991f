import { handle } from '@/lib/http/handle';
import { redirectTo, requireOwnPage } from '@/lib/providers/oauth/redirect';
import { StartInput, startAuthorization } from '@/lib/providers/oauth/start';

export const GET = handle(
  // What comes of it is a secret of the provider.
  { scope: 'providers:write', query: StartInput, confirm: true },
  async (ctx, { query, request }) => {
    requireOwnPage(request);
    return redirectTo((await startAuthorization(ctx, query)).url);
  },
);
