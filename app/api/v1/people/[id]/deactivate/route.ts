import { handle } from '@/lib/http/handle';
import { deactivatePerson } from '@/lib/people/update';

export const POST = handle({ scope: 'people:write' }, (ctx, { params }) =>
  deactivatePerson(ctx, { id: params.id! }),
);
