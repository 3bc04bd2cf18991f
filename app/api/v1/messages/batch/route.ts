import { handle } from '@/lib/http/handle';
import { acceptBatch } from '@/lib/messages/batch';
import { readIdempotencyKey } from '@/lib/messages/post';
import { BatchInput, MAX_JSON_BYTES } from '@/lib/messages/schema';

export const POST = handle(
  {
    scope: 'messages:send',
    body: BatchInput,
    maxBodyBytes: MAX_JSON_BYTES,
    maxBodyValues: 200_000,
    bodyFiles: true,
  },
  (ctx, { body, request }) => acceptBatch(ctx, body.messages, readIdempotencyKey(request.headers, 240)),
);
