import { handle } from '@/lib/http/handle';
import { unsubscribeFromList } from '@/lib/lists/members';

export const DELETE = handle({ scope: 'lists:write' }, (ctx, { params }) =>
  unsubscribeFromList(ctx, { id: params.id!, contact: params.contact! }),
);
