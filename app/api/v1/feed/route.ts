import { listFeed } from '@/lib/feed/list';
import { FeedQuery } from '@/lib/feed/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'notifications:read', query: FeedQuery }, (ctx, { query }) =>
  listFeed(ctx, query),
);
