import { handle } from '@/lib/http/handle';
import { endPersonSession } from '@/lib/people/sessions';

export const DELETE = handle({ scope: 'people:write', confirm: false }, (ctx, { params }) =>
  endPersonSession(ctx, { id: params.id!, sessionId: params.sessionId! }),
);
