import { handle } from '@/lib/http/handle';
import { resendMessages } from '@/lib/messages/resend-many';
import { ResendInput } from '@/lib/messages/schema';

export const POST = handle({ scope: 'messages:write', body: ResendInput }, (ctx, { body }) =>
  resendMessages(ctx, body),
);
