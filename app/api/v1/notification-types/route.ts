import { handle } from '@/lib/http/handle';
import { createType } from '@/lib/notifications/types/change';
import { listTypes } from '@/lib/notifications/types/list';
import { TypeInput, TypeScope } from '@/lib/notifications/types/schema';

export const GET = handle({ scope: 'notifications:read', query: TypeScope }, (ctx, { query }) =>
  listTypes(ctx, query),
);

export const POST = handle({ scope: 'notifications:write', body: TypeInput, status: 201 }, (ctx, { body }) =>
  createType(ctx, body),
);
