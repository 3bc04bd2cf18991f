import { checkContent } from '@/lib/content-check/check-content';
import { ContentCheckInput, MAX_CONTENT_JSON_BYTES } from '@/lib/content-check/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'messages:send', body: ContentCheckInput, maxBodyBytes: MAX_CONTENT_JSON_BYTES },
  (ctx, { body }) => checkContent(ctx, body),
);
