import type { EventType } from '@/lib/events/types';
import { getDraft } from '@/lib/messages/draft';
import { getMessage } from '@/lib/messages/get';
import { writeMailbox } from '@/lib/text/address';
import type { CompatCall } from './api';

/** https://postmarkapp.com/developer/api/messages-api#outbound-message-details */
export const DETAILS = '/messages/outbound/{id}/details';

export async function outboundDetails({ ctx, params }: CompatCall): Promise<Response> {
  const id = params.id!;
  const [message, { html }] = await Promise.all([getMessage(ctx, id), getDraft(ctx, id)]);
  const of = (kind: string) =>
    message.recipients
      .filter((one) => one.kind === kind)
      .map(({ address, name }) => ({ Email: address, Name: name ?? null }));
  const isSent = message.finishedAt !== null;
  return Response.json({
    MessageID: id,
    MessageStream: message.category === 'marketing' ? 'broadcast' : 'outbound',
    Tag: message.tags[0] ?? null,
    To: of('to'),
    Cc: of('cc'),
    Bcc: of('bcc'),
    Recipients: message.recipients.map(({ address }) => address),
    ReceivedAt: message.acceptedAt,
    From: message.from ? writeMailbox(message.from) : '',
    Subject: message.subject,
    Attachments: message.attachments.map(({ filename }) => filename),
    Status: isSent ? 'Sent' : 'Queued',
    Metadata: message.metadata,
    Sandboxed: message.test ?? false,
    TextBody: message.text ?? '',
    HtmlBody: html ?? '',
    MessageEvents: message.events.flatMap(({ type, recipient, at, detail }) => {
      const theirs = EVENTS[type];
      return theirs && recipient
        ? [{ Recipient: recipient, Type: theirs, ReceivedAt: at, Details: textsOf(detail) }]
        : [];
    }),
  });
}

const EVENTS: Partial<Record<EventType, string>> = {
  delivered: 'Delivered',
  deferred: 'Transient',
  opened: 'Opened',
  clicked: 'LinkClicked',
  bounced: 'Bounced',
};

/** Texts alone: theirs are nothing else. */
function textsOf(detail: Record<string, unknown> | null): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
