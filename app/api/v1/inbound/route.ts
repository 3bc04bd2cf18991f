import { handle } from '@/lib/http/handle';
import { InboundFilter } from '@/lib/inbound/inbound-schema';
import { listInbound } from '@/lib/inbound/list-inbound';

export const GET = handle({ scope: 'events:read', query: InboundFilter }, (ctx, { query }) =>
  listInbound(ctx, query),
);
