import { handle } from '@/lib/http/handle';
import { listPersonSessions, signPersonOut } from '@/lib/people/sessions';

export const GET = handle({ scope: 'people:read', may: 'people.write' }, (ctx, { params }) =>
  listPersonSessions(ctx, params.id!),
);

export const DELETE = handle({ scope: 'people:write', confirm: false }, async (ctx, { params }) => {
  await signPersonOut(ctx, { id: params.id! });
});
