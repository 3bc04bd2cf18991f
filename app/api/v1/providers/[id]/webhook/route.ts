import { handle } from '@/lib/http/handle';
import { examineHook } from '@/lib/inbound/examine-hook';
import { registerHook } from '@/lib/providers/hooks/register-hook';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) =>
  examineHook(ctx, { id: params.id! }),
);

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  registerHook(ctx, { id: params.id! }),
);
