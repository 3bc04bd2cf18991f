import { markFeedRead } from '@/lib/feed/read';
import { FeedRead } from '@/lib/feed/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'notifications:write', body: FeedRead }, (ctx, { body }) =>
  markFeedRead(ctx, body),
);
