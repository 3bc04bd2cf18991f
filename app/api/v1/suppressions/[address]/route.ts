import { handle } from '@/lib/http/handle';
import { removeSuppression } from '@/lib/suppressions/lift';

export const DELETE = handle({ scope: 'suppressions:write' }, (ctx, { params }) =>
  removeSuppression(ctx, { address: params.address! }),
);
