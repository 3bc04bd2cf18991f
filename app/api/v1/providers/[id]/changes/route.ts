import { handle } from '@/lib/http/handle';
import { listChanges } from '@/lib/providers/health/changes';
import { ChangesFilter } from '@/lib/providers/health/health-schema';

export const GET = handle({ scope: 'providers:read', query: ChangesFilter }, (ctx, { params, query }) =>
  listChanges(ctx, { ...query, id: params.id! }),
);
