import { handle } from '@/lib/http/handle';
import { listSubjects } from '@/lib/subjects/list';
import { upsertSubject } from '@/lib/subjects/save';
import { SubjectFilter, SubjectInput } from '@/lib/subjects/schema';

export const GET = handle({ scope: 'subjects:read', query: SubjectFilter }, (ctx, { query }) =>
  listSubjects(ctx, query),
);

export const POST = handle({ scope: 'subjects:write', body: SubjectInput }, (ctx, { body }) =>
  upsertSubject(ctx, body),
);
