import { handle } from '@/lib/http/handle';
import { invitePerson } from '@/lib/people/invite';
import { listPeople } from '@/lib/people/list';
import { InvitationInput } from '@/lib/people/schema';

export const GET = handle({ scope: 'people:read' }, listPeople);

export const POST = handle({ scope: 'people:write', body: InvitationInput, status: 201 }, (ctx, { body }) =>
  invitePerson(ctx, body),
);
