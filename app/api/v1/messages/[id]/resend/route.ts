import { handle } from '@/lib/http/handle';
import { resendMessage } from '@/lib/messages/resend';

export const POST = handle({ scope: 'messages:write' }, (ctx, { params }) =>
  resendMessage(ctx, { id: params.id! }),
);
