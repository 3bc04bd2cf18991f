import { handle } from '@/lib/http/handle';
import { resetPassword } from '@/lib/people/reset';

export const POST = handle({ scope: 'people:write' }, (ctx, { params }) =>
  resetPassword(ctx, { id: params.id! }),
);
