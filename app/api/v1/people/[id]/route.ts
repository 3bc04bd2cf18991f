import { handle } from '@/lib/http/handle';
import { getPerson } from '@/lib/people/list';
import { PersonPatch } from '@/lib/people/schema';
import { updatePerson } from '@/lib/people/update';

export const GET = handle({ scope: 'people:read' }, (ctx, { params }) => getPerson(ctx, params.id!));

export const PATCH = handle({ scope: 'people:write', body: PersonPatch }, (ctx, { params, body }) =>
  updatePerson(ctx, { ...body, id: params.id! }),
);
