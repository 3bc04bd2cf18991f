import { testMailbox } from '@/lib/bounces/mailboxes/test-mailbox';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'settings:write' }, (ctx, { params }) =>
  testMailbox(ctx, { id: params.id! }),
);
