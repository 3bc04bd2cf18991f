import { handle } from '@/lib/http/handle';
import { createSource, listSources } from '@/lib/subject-sources/change';
import { SourceFilter, SourceInput } from '@/lib/subject-sources/schema';

export const GET = handle({ scope: 'subjects:read', query: SourceFilter }, (ctx, { query }) =>
  listSources(ctx, query),
);

export const POST = handle({ scope: 'subjects:write', body: SourceInput, status: 201 }, (ctx, { body }) =>
  createSource(ctx, body),
);
