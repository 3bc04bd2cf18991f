import { handle } from '@/lib/http/handle';
import { deleteKind, getKind, updateKind } from '@/lib/subject-kinds/change';
import { KindPatch } from '@/lib/subject-kinds/schema';

export const GET = handle({ scope: 'subjects:read' }, (ctx, { params }) => getKind(ctx, { id: params.id! }));

export const PATCH = handle({ scope: 'subjects:write', body: KindPatch }, (ctx, { params, body }) =>
  updateKind(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'subjects:write' }, (ctx, { params }) =>
  deleteKind(ctx, { id: params.id! }),
);
