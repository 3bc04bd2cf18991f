import { handle } from '@/lib/http/handle';
import { countMessages } from '@/lib/messages/count';
import { MessageSelection } from '@/lib/messages/schema';

export const GET = handle({ scope: 'messages:read', query: MessageSelection }, (ctx, { query }) =>
  countMessages(ctx, query),
);
