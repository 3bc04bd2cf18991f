import { handle } from '@/lib/http/handle';
import { checkProvider } from '@/lib/providers/health/health-check';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  checkProvider(ctx, { id: params.id! }),
);
