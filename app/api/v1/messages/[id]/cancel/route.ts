import { handle } from '@/lib/http/handle';
import { cancelMessage } from '@/lib/messages/cancel';

export const POST = handle({ scope: 'messages:write' }, (ctx, { params }) =>
  cancelMessage(ctx, { id: params.id! }),
);
