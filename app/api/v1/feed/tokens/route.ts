import { FeedTokenInput } from '@/lib/feed/schema';
import { createFeedToken } from '@/lib/feed/token';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'notifications:write', body: FeedTokenInput, status: 201 },
  (ctx, { body }) => createFeedToken(ctx, body),
);
