import { getVersion } from '@/lib/configuration/versions/get';
import { numberOf, VersionQuery } from '@/lib/configuration/versions/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'config:read', query: VersionQuery }, (ctx, { params, query }) =>
  getVersion(ctx, { number: numberOf(params.number!), ...query }),
);
