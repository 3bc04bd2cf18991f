import { deleteMailbox, updateMailbox } from '@/lib/bounces/mailboxes/change';
import { getMailbox } from '@/lib/bounces/mailboxes/find';
import { MailboxPatch } from '@/lib/bounces/mailboxes/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'settings:read' }, (ctx, { params }) => getMailbox(ctx, params.id!));

export const PATCH = handle({ scope: 'settings:write', body: MailboxPatch }, (ctx, { params, body }) =>
  updateMailbox(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'settings:write' }, (ctx, { params }) =>
  deleteMailbox(ctx, { id: params.id! }),
);
