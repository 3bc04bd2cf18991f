import { handle } from '@/lib/http/handle';
import { createKind, listKinds } from '@/lib/subject-kinds/change';
import { KindFilter, KindInput } from '@/lib/subject-kinds/schema';

export const GET = handle({ scope: 'subjects:read', query: KindFilter }, (ctx, { query }) =>
  listKinds(ctx, query),
);

export const POST = handle({ scope: 'subjects:write', body: KindInput, status: 201 }, (ctx, { body }) =>
  createKind(ctx, body),
);
