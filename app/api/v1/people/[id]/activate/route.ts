import { handle } from '@/lib/http/handle';
import { activatePerson } from '@/lib/people/update';

export const POST = handle({ scope: 'people:write' }, (ctx, { params }) =>
  activatePerson(ctx, { id: params.id! }),
);
