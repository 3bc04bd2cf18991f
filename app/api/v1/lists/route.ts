import { handle } from '@/lib/http/handle';
import { createList, listLists } from '@/lib/lists/change';
import { ListFilter, ListInput } from '@/lib/lists/schema';

export const GET = handle({ scope: 'lists:read', query: ListFilter }, (ctx, { query }) =>
  listLists(ctx, query),
);

export const POST = handle({ scope: 'lists:write', body: ListInput, status: 201 }, (ctx, { body }) =>
  createList(ctx, body),
);
