import { handle } from '@/lib/http/handle';
import { withdrawInvitation } from '@/lib/people/invitations';

export const DELETE = handle({ scope: 'people:write', confirm: false }, (ctx, { params }) =>
  withdrawInvitation(ctx, { id: params.id! }),
);
