import { handle } from '@/lib/http/handle';
import { registerHook } from '@/lib/providers/hooks/register-hook';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  registerHook(ctx, { id: params.id! }),
);
