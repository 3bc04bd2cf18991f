import { handle } from '@/lib/http/handle';
import { stopWarmUp } from '@/lib/warm-up/change';

export const DELETE = handle({ scope: 'providers:write' }, (ctx, { params }) =>
  stopWarmUp(ctx, { id: params.id! }),
);
