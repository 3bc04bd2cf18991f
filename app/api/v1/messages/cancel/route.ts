import { handle } from '@/lib/http/handle';
import { cancelMessages } from '@/lib/messages/cancel-many';
import { CancelInput } from '@/lib/messages/schema';

export const POST = handle({ scope: 'messages:write', body: CancelInput }, (ctx, { body }) =>
  cancelMessages(ctx, body),
);
