import { handle } from '@/lib/http/handle';
import { deleteSource, getSource, updateSource } from '@/lib/subject-sources/change';
import { SourcePatch } from '@/lib/subject-sources/schema';

export const GET = handle({ scope: 'subjects:read' }, (ctx, { params }) =>
  getSource(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'subjects:write', body: SourcePatch }, (ctx, { params, body }) =>
  updateSource(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'subjects:write' }, (ctx, { params }) =>
  deleteSource(ctx, { id: params.id! }),
);
