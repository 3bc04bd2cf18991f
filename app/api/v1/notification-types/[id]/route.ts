import { handle } from '@/lib/http/handle';
import { deleteType, updateType } from '@/lib/notifications/types/change';
import { getType } from '@/lib/notifications/types/list';
import { TypePatch, TypeScope } from '@/lib/notifications/types/schema';

export const GET = handle({ scope: 'notifications:read', query: TypeScope }, (ctx, { params, query }) =>
  getType(ctx, { ...query, id: params.id! }),
);

export const PATCH = handle({ scope: 'notifications:write', body: TypePatch }, (ctx, { params, body }) =>
  updateType(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'notifications:write', query: TypeScope }, (ctx, { params, query }) =>
  deleteType(ctx, { ...query, id: params.id! }),
);
