import { handle } from '@/lib/http/handle';
import { renewInvitation } from '@/lib/people/renew';

export const POST = handle({ scope: 'people:write' }, (ctx, { params }) =>
  renewInvitation(ctx, { id: params.id! }),
);
