import { handle } from '@/lib/http/handle';
import { redirectTo, requireOwnPage } from '@/lib/oauth/redirect';
import { StartInput, startAuthorization } from '@/lib/oauth/start';

export const GET = handle(
  { scope: 'providers:write', role: 'technician', query: StartInput },
  async (ctx, { query, request }) => {
    requireOwnPage(request);
    return redirectTo((await startAuthorization(ctx, query)).url);
  },
);
