import { handle } from '@/lib/http/handle';
import { getMessage } from '@/lib/messages/get';
import { rescheduleMessage } from '@/lib/messages/reschedule';
import { RescheduleInput } from '@/lib/messages/schema';

export const GET = handle({ scope: 'messages:read' }, (ctx, { params }) => getMessage(ctx, params.id!));

export const PATCH = handle({ scope: 'messages:write', body: RescheduleInput }, (ctx, { params, body }) =>
  rescheduleMessage(ctx, { ...body, id: params.id! }),
);
