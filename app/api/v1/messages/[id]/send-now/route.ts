import { handle } from '@/lib/http/handle';
import { sendNow } from '@/lib/messages/send-now';

export const POST = handle({ scope: 'messages:write' }, (ctx, { params }) =>
  sendNow(ctx, { id: params.id! }),
);
