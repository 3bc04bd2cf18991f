import { describe, expect, it } from 'vitest';
import { type EventCase, OUR_ID, parseEvents } from '@/lib/testing/parse-events';

const at = '2017-08-05T00:41:02.669Z';
/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
const SES: EventCase[] = [
  ['Send', { send: {} }, { type: 'sent' }],
  [
    'Delivery',
    {
      delivery: {
        timestamp: at,
        recipients: ['ana@example.com'],
        smtpResponse: '250 2.6.0 Message received',
      },
    },
    { type: 'delivered', at: new Date(at), detail: { reply: '250 2.6.0 Message received' } },
  ],
  [
    'Bounce',
    {
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          {
            emailAddress: 'ana@example.com',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
        timestamp: at,
      },
    },
    { type: 'bounced', detail: { code: '5.1.1', reply: 'smtp; 550 5.1.1 user unknown', reason: 'invalid' } },
  ],
  [
    'Bounce',
    {
      bounce: {
        bounceType: 'Transient',
        bounceSubType: 'MailboxFull',
        bouncedRecipients: [{ emailAddress: 'ana@example.com' }],
        timestamp: at,
      },
    },
    { type: 'failed', detail: { reason: 'mailbox_full' } },
  ],
  [
    'Bounce',
    {
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'OnAccountSuppressionList',
        bouncedRecipients: [{ emailAddress: 'ana@example.com' }],
        timestamp: at,
      },
    },
    { type: 'failed', detail: { reason: 'suppressed' } },
  ],
  [
    'Complaint',
    { complaint: { complainedRecipients: [{ emailAddress: 'ana@example.com' }], timestamp: at } },
    { type: 'complained' },
  ],
  [
    'Reject',
    { reject: { reason: 'Bad content' } },
    { type: 'failed', detail: { reply: 'Bad content', reason: 'content' } },
  ],
  [
    'DeliveryDelay',
    {
      deliveryDelay: {
        delayType: 'TransientCommunicationFailure',
        delayedRecipients: [
          { emailAddress: 'ana@example.com', status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1' },
        ],
        timestamp: at,
      },
    },
    { type: 'deferred', detail: { code: '4.4.1' } },
  ],
  [
    'Rendering Failure',
    { failure: { errorMessage: 'Attribute is not present', templateName: 't' } },
    { type: 'failed' },
  ],
  [
    'Open',
    {
      open: {
        ipAddress: '192.0.2.1',
        timestamp: at,
        userAgent:
          'Mozilla/5.0 (iPhone; CPU iPhone OS 10_3_3 like Mac OS X) AppleWebKit/603.3.8 (KHTML, like Gecko) Mobile/14G60',
      },
    },
    { type: 'opened', at: new Date(at), detail: { ip: '192.0.2.1' } },
  ],
  [
    'Click',
    {
      click: {
        ipAddress: '192.0.2.1',
        link: 'http://docs.aws.amazon.com/ses/latest/DeveloperGuide/send-email-smtp.html',
        timestamp: at,
        userAgent:
          'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/60.0.3112.90 Safari/537.36',
      },
    },
    {
      type: 'clicked',
      detail: { link: 'http://docs.aws.amazon.com/ses/latest/DeveloperGuide/send-email-smtp.html' },
    },
  ],
  [
    'Subscription',
    { subscription: { contactList: 'ContactListName', timestamp: at, source: 'UnsubscribeHeader' } },
    { type: 'unsubscribed', at: new Date(at) },
  ],
];

describe('Amazon SES, through SNS', () => {
  it.each(SES)('%s %j', (eventType, fields, expected) => {
    const mail = {
      timestamp: at,
      messageId: '7c191be45-e9aedb9a',
      destination: ['ana@example.com'],
      tags: {},
    };
    const notice = (message: unknown) => ({
      Type: 'Notification',
      MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
      Message: JSON.stringify(message),
    });
    const given = (name: string, tags: object) =>
      notice({ [name]: eventType, mail: { ...mail, tags }, ...fields });
    if (!expected) return expect(parseEvents('ses', given('eventType', {}))).toEqual([]);
    const common = { recipient: 'ana@example.com', ...expected };
    for (const name of ['eventType', 'notificationType'])
      expect(parseEvents('ses', given(name, {}))).toMatchObject([
        { providerMessageId: mail.messageId, ...common },
      ]);
    expect(parseEvents('ses', given('eventType', { relevo_id: [OUR_ID] }))).toMatchObject([
      { messageId: OUR_ID, ...common },
    ]);
  });

  it('tells nothing by the words with which a topic begins, nor by what asks for confirmation', () => {
    const Message = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(parseEvents('ses', { Type: 'Notification', MessageId: '1', Message })).toEqual([]);
    expect(parseEvents('ses', { Type: 'SubscriptionConfirmation', MessageId: '1', Message: '{}' })).toEqual(
      [],
    );
  });
});
