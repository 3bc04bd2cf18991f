import { invalid } from '@/lib/errors';
import { cancelMessage } from '@/lib/messages/cancel';
import { getDraft } from '@/lib/messages/draft';
import { rescheduleMessage } from '@/lib/messages/reschedule';
import { RescheduleInput } from '@/lib/messages/schema';
import type { Status } from '@/lib/messages/status';
import { writeMailbox } from '@/lib/text/address';
import type { CompatCall } from './api';
import { asObject } from './fields';

/** https://resend.com/docs/api-reference/emails/retrieve-email, `last_event`. */
const LAST_EVENT: Record<Status, string> = {
  scheduled: 'scheduled',
  queued: 'queued',
  sending: 'queued',
  retrying: 'delivery_delayed',
  parked: 'delivery_delayed',
  uncertain: 'delivery_delayed',
  sent: 'sent',
  delivered: 'delivered',
  captured: 'delivered',
  bounced: 'bounced',
  failed: 'failed',
  suppressed: 'suppressed',
  canceled: 'canceled',
};

export async function retrieveEmail({ ctx, params }: CompatCall): Promise<Response> {
  const message = await getDraft(ctx, params.id!);
  const of = (kind: string) =>
    message.recipients.filter((one) => one.kind === kind).map((one) => one.address);
  const { id, from, subject, acceptedAt, scheduledAt, status, html, text, metadata } = message;
  return Response.json({
    object: 'email',
    id,
    to: of('to'),
    from: from ? writeMailbox(from) : '',
    created_at: acceptedAt,
    subject,
    html,
    text,
    cc: of('cc'),
    bcc: of('bcc'),
    reply_to: message.replyTo.map(writeMailbox),
    last_event: LAST_EVENT[status],
    scheduled_at: scheduledAt,
    tags: Object.entries(metadata).map(([name, value]) => ({ name, value })),
  });
}

export async function updateEmail({ ctx, params, body }: CompatCall): Promise<Response> {
  const { scheduled_at: scheduledAt } = asObject(body, '');
  const parsed = RescheduleInput.safeParse({ scheduledAt });
  if (!parsed.success) throw invalid('scheduled_at', 'time');
  const { id } = await rescheduleMessage(ctx, { ...parsed.data, id: params.id! });
  return Response.json({ object: 'email', id });
}

export async function cancelEmail({ ctx, params }: CompatCall): Promise<Response> {
  const { id } = await cancelMessage(ctx, { id: params.id! });
  return Response.json({ object: 'email', id });
}
