import { listDrills } from '@/lib/drills/list';
import { DrillInput, DrillsFilter } from '@/lib/drills/schema';
import { startDrill } from '@/lib/drills/start';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'providers:read', query: DrillsFilter }, (ctx, { query }) =>
  listDrills(ctx, query),
);

export const POST = handle({ scope: 'providers:write', body: DrillInput, status: 201 }, (ctx, { body }) =>
  startDrill(ctx, body),
);
