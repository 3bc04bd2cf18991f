import { invalid, notFound } from '@/lib/errors';
import type { EventType } from '@/lib/events/types';
import { getMessage } from '@/lib/messages/get';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { writeMailbox } from '@/lib/text/address';
import type { CompatCall } from './api';
import { messageIdOf } from './message-id';

type Names = Partial<Record<EventType, string>>;

/** https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events: those of one message, by its Message-ID. */
export async function mailgunEvents({ ctx, query, params }: CompatCall): Promise<Response> {
  const message = await getMessage(ctx, idIn(query.get('message-id'), 'message-id'));
  const items = told(message, MAILGUN).map(({ id, type, name, recipient, at }) => ({
    id,
    event: name,
    ...(name === 'failed' && { severity: type === 'deferred' ? 'temporary' : 'permanent' }),
    timestamp: Date.parse(at) / 1000,
    recipient,
    tags: message.tags,
    'user-variables': message.metadata,
    message: { headers: { 'message-id': messageIdIn(message).slice(1, -1), subject: message.subject } },
  }));
  const page = `http://relevo.invalid/v3/${encodeURIComponent(params.domain ?? '')}/events/end`;
  return Response.json({ items, paging: { first: page, next: page, previous: page, last: page } });
}

const MAILGUN: Names = {
  queued: 'accepted',
  scheduled: 'accepted',
  delivered: 'delivered',
  deferred: 'failed',
  bounced: 'failed',
  failed: 'failed',
  suppressed: 'failed',
  complained: 'complained',
  opened: 'opened',
  clicked: 'clicked',
  unsubscribed: 'unsubscribed',
};

/** https://developers.brevo.com/reference/getemaileventreport-1: those of one message, by its id. */
export async function brevoEvents({ ctx, query }: CompatCall): Promise<Response> {
  const message = await getMessage(ctx, idIn(query.get('messageId'), 'messageId'));
  const events = told(message, BREVO).map(({ name, recipient, at }) => ({
    email: recipient,
    date: at,
    messageId: messageIdIn(message),
    event: name,
    subject: message.subject,
    from: message.from?.email,
    ...(message.tags[0] && { tag: message.tags[0] }),
  }));
  return Response.json({ events });
}

const BREVO: Names = {
  sent: 'requests',
  delivered: 'delivered',
  deferred: 'deferred',
  bounced: 'hardBounces',
  complained: 'spam',
  suppressed: 'blocked',
  failed: 'error',
  opened: 'opened',
  clicked: 'clicks',
  unsubscribed: 'unsubscribed',
};

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetMessageInsights.html */
export async function sesInsights({ ctx, params }: CompatCall): Promise<Response> {
  const message = await getMessage(ctx, params.id!);
  const all = told(message, SES);
  const body = {
    MessageId: message.id,
    FromEmailAddress: message.from ? writeMailbox(message.from) : '',
    Subject: message.subject,
    EmailTags: Object.entries(message.metadata).map(([Name, Value]) => ({ Name, Value })),
    Insights: message.recipients.map(({ address }) => ({
      Destination: address,
      Events: all
        .filter(({ recipient }) => recipient === address)
        .map(({ name, at }) => ({ Timestamp: Date.parse(at) / 1000, Type: name })),
    })),
  };
  return Response.json(body, { headers: { 'x-amzn-requestid': ctx.requestId } });
}

const SES: Names = {
  sent: 'SEND',
  delivered: 'DELIVERY',
  deferred: 'DELIVERY_DELAY',
  bounced: 'BOUNCE',
  complained: 'COMPLAINT',
  failed: 'REJECT',
  opened: 'OPEN',
  clicked: 'CLICK',
};

/** As they answered it (`<id@domain>`, with its brackets or without), or the id alone. @throws AppError validation_failed, not_found */
function idIn(given: string | null, at: string): string {
  if (!given) throw invalid(at, 'required');
  const id = /^<?([\w-]{36})(@[^>]*)?>?$/.exec(given)?.[1];
  if (!id) throw notFound('message', given.slice(0, 100));
  return id;
}

function messageIdIn({ id, from }: MessageDetail): string {
  return messageIdOf(id, from?.email);
}

type Told = { id: string; type: EventType; name: string; recipient: string; at: string };

/** In their words, in order; what is of the whole message is of each of its recipients. */
function told({ events, recipients }: MessageDetail, names: Names): Told[] {
  return events.flatMap(({ id, type, recipient, at }) => {
    const name = names[type];
    if (!name) return [];
    const whose = recipient ? [recipient] : recipients.map(({ address }) => address);
    return whose.map((address, index) => ({
      id: index === 0 ? id : `${id}-${index}`,
      type,
      name,
      recipient: address,
      at,
    }));
  });
}
