import { handle } from '@/lib/http/handle';
import { readIdempotencyKey } from '@/lib/intake/accept-and-wait';
import { acceptBatch } from '@/lib/intake/batch';
import { BatchInput, MAX_JSON_BYTES } from '@/lib/messages/schema';

export const POST = handle(
  {
    scope: 'messages:send',
    body: BatchInput,
    maxBodyBytes: MAX_JSON_BYTES,
    maxBodyValues: 200_000,
    bodyFiles: true,
    countsAs: ({ messages }) => messages.length,
  },
  (ctx, { body, request }) => acceptBatch(ctx, body, readIdempotencyKey(request.headers, 240)),
);
