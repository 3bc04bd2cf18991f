import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedDetail, ReportedEvent, ReportedReason } from '@/lib/events/inbound';
import type { ToldType } from '@/lib/events/types';
import { type Visit, visitOf } from '@/lib/events/visit';
import { readJson } from '../../api/json';
import { type Fields, fieldsOf, listOf, messageOf, textOf, timeOf } from '../events/fields';
import { confirmSubscription, readNotice, verifyNotice } from './sns';

type Config = { settings: { snsTopicArn?: string } };

/**
 * Events of SES, as they come through a topic of SNS: of one message, often of several recipients.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const events = {
  proof: 'snsTopicArn',

  verify: (request: InboundRequest, { settings }: Config) => verifyNotice(request, settings.snsTopicArn),

  async confirm({ body }: InboundRequest, _config: Config, signal: AbortSignal): Promise<void> {
    const notice = readNotice(body);
    if (notice.Type === 'SubscriptionConfirmation') await confirmSubscription(notice, signal);
  },

  parse({ body }: InboundRequest): ReportedEvent[] {
    const notice = readNotice(body);
    if (notice.Type !== 'Notification') return [];
    // "Successfully validated SNS topic …" is text, and tells nothing.
    const event: Fields = readJson<Fields>(typeof notice.Message === 'string' ? notice.Message : '');
    const mail = fieldsOf(event.mail);
    const message = messageOf(listOf(fieldsOf(mail.tags).relevo_id)[0], mail.messageId);
    const type = textOf(event.eventType) ?? textOf(event.notificationType);
    if (!message || !type) return [];
    const key = textOf(notice.MessageId)!;
    return (entryOf(KINDS, type)?.(event) ?? []).map((told) => ({
      ...message,
      ...told,
      key: `${key} ${told.recipient}`,
    }));
  },
};

type Told = { recipient: string | null; type: ToldType; at: Date | null; detail?: ReportedDetail };

const KINDS: Record<string, (event: Fields) => Told[]> = {
  Send: (event) => ofAll(event, 'sent'),
  Reject: (event) =>
    ofAll(event, 'failed', { reply: textOf(fieldsOf(event.reject).reason), reason: 'content' }),
  'Rendering Failure': (event) =>
    ofAll(event, 'failed', { reply: textOf(fieldsOf(event.failure).errorMessage), reason: 'content' }),
  Delivery({ delivery }) {
    const { recipients, timestamp, smtpResponse } = fieldsOf(delivery);
    const detail = { reply: textOf(smtpResponse) };
    return each(recipients, (recipient) => ({ recipient, type: 'delivered', at: timeOf(timestamp), detail }));
  },
  DeliveryDelay({ deliveryDelay }) {
    const { delayedRecipients, timestamp } = fieldsOf(deliveryDelay);
    return each(delayedRecipients, (recipient, fields) => ({
      recipient,
      type: 'deferred',
      at: timeOf(timestamp),
      detail: wordsOf(fields),
    }));
  },
  Complaint({ complaint }) {
    const { complainedRecipients, timestamp } = fieldsOf(complaint);
    return each(complainedRecipients, (recipient) => ({
      recipient,
      type: 'complained',
      at: timeOf(timestamp),
    }));
  },
  Open: (event) => ofOne(event, 'opened', event.open),
  Click: (event) => ofOne(event, 'clicked', event.click),
  // A person used the links of its own subscription management.
  Subscription: (event) => ofOne(event, 'unsubscribed', event.subscription),
  Bounce({ bounce }) {
    const { bouncedRecipients, bounceType, bounceSubType, timestamp } = fieldsOf(bounce);
    const { type, reason } = meaningOf(textOf(bounceType), textOf(bounceSubType));
    return each(bouncedRecipients, (recipient, fields) => ({
      recipient,
      type,
      at: timeOf(timestamp),
      detail: { ...wordsOf(fields), reason },
    }));
  },
};

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-object */
function meaningOf(type = '', subType = ''): { type: ToldType; reason: ReportedReason } {
  if (subType === 'Suppressed' || subType === 'OnAccountSuppressionList')
    return { type: 'failed', reason: 'suppressed' };
  if (type === 'Permanent') return { type: 'bounced', reason: 'invalid' };
  return { type: 'failed', reason: entryOf(SOFT, subType) ?? 'other' };
}

const SOFT: Record<string, ReportedReason> = {
  MailboxFull: 'mailbox_full',
  MessageTooLarge: 'content',
  ContentRejected: 'content',
  AttachmentRejected: 'content',
};

function wordsOf({ status, diagnosticCode }: Fields): ReportedDetail {
  return { code: textOf(status), reply: textOf(diagnosticCode) };
}

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html: Open object, Click object */
function visitIn({ link, userAgent, ipAddress }: Fields): Visit {
  return visitOf({ link: textOf(link), agent: textOf(userAgent), ip: textOf(ipAddress) });
}

/** What one person did, of whom it does not say which of several it was. */
function ofOne({ mail }: Fields, type: ToldType, told: unknown): Told[] {
  const people = listOf(fieldsOf(mail).destination).map(textOf);
  const fields = fieldsOf(told);
  const recipient = people.length === 1 ? (people[0] ?? null) : null;
  return [{ recipient, type, at: timeOf(fields.timestamp), detail: visitIn(fields) }];
}

/** A list of addresses, or of objects that have one. */
function each(list: unknown, tell: (recipient: string, fields: Fields) => Told): Told[] {
  return listOf(list).flatMap((item) => {
    const recipient = textOf(item) ?? textOf(fieldsOf(item).emailAddress);
    return recipient ? [tell(recipient, fieldsOf(item))] : [];
  });
}

/** What names no recipient is said of all of them. */
function ofAll({ mail }: Fields, type: ToldType, detail?: ReportedDetail): Told[] {
  const { destination, timestamp } = fieldsOf(mail);
  return each(destination, (recipient) => ({ recipient, type, at: timeOf(timestamp), detail }));
}
