import { listVersions } from '@/lib/configuration/versions/list';
import { VersionFilter } from '@/lib/configuration/versions/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'config:read', query: VersionFilter }, (ctx, { query }) =>
  listVersions(ctx, query),
);
