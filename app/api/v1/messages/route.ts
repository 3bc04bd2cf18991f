import { handle } from '@/lib/http/handle';
import { eachApart } from '@/lib/intake/accept';
import { postMessage } from '@/lib/intake/accept-and-wait';
import { listMessages } from '@/lib/messages/list';
import { MAX_JSON_BYTES, MessageFilter, MessageInput } from '@/lib/messages/schema';

export const GET = handle({ scope: 'messages:read', query: MessageFilter }, (ctx, { query }) =>
  listMessages(ctx, query),
);

export const POST = handle(
  {
    scope: 'messages:send',
    body: MessageInput,
    maxBodyBytes: MAX_JSON_BYTES,
    bodyFiles: true,
    countsAs: (body) => eachApart(body).length,
  },
  (ctx, { body, request }) => postMessage(ctx, body, request.headers),
);
