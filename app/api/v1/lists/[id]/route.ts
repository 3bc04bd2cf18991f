import { handle } from '@/lib/http/handle';
import { deleteList, getList, updateList } from '@/lib/lists/change';
import { ListPatch } from '@/lib/lists/schema';

export const GET = handle({ scope: 'lists:read' }, (ctx, { params }) => getList(ctx, { id: params.id! }));

export const PATCH = handle({ scope: 'lists:write', body: ListPatch }, (ctx, { params, body }) =>
  updateList(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'lists:write' }, (ctx, { params }) =>
  deleteList(ctx, { id: params.id! }),
);
