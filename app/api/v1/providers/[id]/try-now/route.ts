import { handle } from '@/lib/http/handle';
import { tryNow } from '@/lib/providers/health/try-now';

export const POST = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  tryNow(ctx, { id: params.id! }),
);
