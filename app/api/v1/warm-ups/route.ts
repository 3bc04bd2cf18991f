import { handle } from '@/lib/http/handle';
import { startWarmUp } from '@/lib/warm-up/change';
import { listWarmUps } from '@/lib/warm-up/find';
import { WarmUpFilter, WarmUpInput } from '@/lib/warm-up/schema';

export const GET = handle({ scope: 'providers:read', query: WarmUpFilter }, (ctx, { query }) =>
  listWarmUps(ctx, query),
);

export const POST = handle({ scope: 'providers:write', body: WarmUpInput, status: 201 }, (ctx, { body }) =>
  startWarmUp(ctx, body),
);
