import { handle } from '@/lib/http/handle';
import { createFromStarter, StarterUse } from '@/lib/templates/starters/create-from-starter';
import { listStarters } from '@/lib/templates/starters/list-starters';

export const GET = handle({ scope: 'templates:read' }, async () => listStarters());

export const POST = handle({ scope: 'templates:write', body: StarterUse, status: 201 }, (ctx, { body }) =>
  createFromStarter(ctx, body),
);
