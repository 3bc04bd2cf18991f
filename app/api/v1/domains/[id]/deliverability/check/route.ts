import { checkPairs } from '@/lib/domains/pairs/list-pairs';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write' }, (ctx, { params }) =>
  checkPairs(ctx, { id: params.id! }),
);
