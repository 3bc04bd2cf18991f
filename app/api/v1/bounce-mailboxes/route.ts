import { createMailbox } from '@/lib/bounces/mailboxes/change';
import { listMailboxes } from '@/lib/bounces/mailboxes/find';
import { MailboxInput } from '@/lib/bounces/mailboxes/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'settings:read' }, listMailboxes);

export const POST = handle({ scope: 'settings:write', body: MailboxInput, status: 201 }, (ctx, { body }) =>
  createMailbox(ctx, body),
);
