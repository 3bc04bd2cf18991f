import { handle } from '@/lib/http/handle';
import { EventFilter } from '@/lib/messages/event-schema';
import { listEvents } from '@/lib/messages/list-events';

export const GET = handle({ scope: 'events:read', query: EventFilter }, (ctx, { query }) =>
  listEvents(ctx, query),
);
