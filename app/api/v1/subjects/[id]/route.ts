import { handle } from '@/lib/http/handle';
import { deleteSubject, getSubject } from '@/lib/subjects/list';

export const GET = handle({ scope: 'subjects:read' }, (ctx, { params }) =>
  getSubject(ctx, { id: params.id! }),
);

export const DELETE = handle({ scope: 'subjects:write' }, (ctx, { params }) =>
  deleteSubject(ctx, { id: params.id! }),
);
