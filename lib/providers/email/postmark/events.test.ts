import { describe, expect, it } from 'vitest';
import { type EventCase, OUR_ID, parseEvents } from '@/lib/testing/parse-events';

/** https://postmarkapp.com/developer/webhooks/delivery-webhook, …/bounce-webhook, …/spam-complaint-webhook */
const POSTMARK: EventCase[] = [
  [
    'Delivery',
    {
      Recipient: 'ana@example.com',
      DeliveredAt: '2019-11-05T16:33:54.9070259Z',
      Details: 'Test delivery webhook details',
    },
    {
      type: 'delivered',
      at: new Date('2019-11-05T16:33:54.907Z'),
      detail: { reply: 'Test delivery webhook details' },
    },
  ],
  [
    'Bounce',
    {
      ID: 42,
      Type: 'HardBounce',
      TypeCode: 1,
      Email: 'ana@example.com',
      Details: 'smtp;550 5.1.1 unknown',
      BouncedAt: '2019-11-05T16:33:54Z',
    },
    {
      type: 'bounced',
      key: 'bounce 42',
      detail: { code: 'HardBounce', reply: 'smtp;550 5.1.1 unknown', reason: 'invalid' },
    },
  ],
  [
    'Bounce',
    { ID: 43, Type: 'SoftBounce', Email: 'ana@example.com' },
    { type: 'failed', detail: { reason: 'mailbox_full' } },
  ],
  ['Bounce', { ID: 44, Type: 'Transient', Email: 'ana@example.com' }, { type: 'deferred' }],
  [
    'Bounce',
    { ID: 45, Type: 'SpamNotification', Email: 'ana@example.com' },
    { type: 'failed', detail: { reason: 'spam' } },
  ],
  ['Bounce', { ID: 46, Type: 'AutoResponder', Email: 'ana@example.com' }, null],
  [
    'Bounce',
    { ID: 47, Type: 'Blocked', Email: 'ana@example.com' },
    { type: 'failed', detail: { reason: 'blocked' } },
  ],
  [
    'SpamComplaint',
    { ID: 48, Email: 'ana@example.com', BouncedAt: '2019-11-05T16:33:54Z' },
    { type: 'complained' },
  ],
  [
    'Open',
    {
      Recipient: 'ana@example.com',
      FirstOpen: true,
      UserAgent: 'Mozilla/5.0 (Windows NT 6.1) GoogleImageProxy',
      ReceivedAt: '2019-11-05T16:33:54.9070259Z',
      Geo: { CountryISOCode: 'RS', Country: 'Serbia', IP: '188.2.95.4' },
    },
    { type: 'opened', detail: { ip: '188.2.95.4', country: 'RS', machine: 'google' } },
  ],
  [
    'Click',
    {
      Recipient: 'ana@example.com',
      OriginalLink: 'https://example.com',
      UserAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_3)',
      ReceivedAt: '2017-10-25T15:21:11.9065619Z',
    },
    { type: 'clicked', at: new Date('2017-10-25T15:21:11.906Z'), detail: { link: 'https://example.com' } },
  ],
  [
    'SubscriptionChange',
    {
      Recipient: 'ana@example.com',
      Origin: 'Recipient',
      SuppressSending: true,
      SuppressionReason: 'ManualSuppression',
      ChangedAt: '2020-02-01T10:53:34.416071Z',
    },
    { type: 'unsubscribed', at: new Date('2020-02-01T10:53:34.416Z') },
  ],
  // Bounces and complaints tell it themselves; what its customer lifts is no doing of the recipient.
  [
    'SubscriptionChange',
    {
      Recipient: 'ana@example.com',
      Origin: 'Recipient',
      SuppressSending: true,
      SuppressionReason: 'HardBounce',
    },
    null,
  ],
  ['SubscriptionChange', { Recipient: 'ana@example.com', Origin: 'Customer', SuppressSending: false }, null],
];

describe('Postmark', () => {
  it.each(POSTMARK)('%s %j', (RecordType, fields, expected) => {
    const given = {
      RecordType,
      MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
      Metadata: {},
      ...fields,
    };
    if (!expected) return expect(parseEvents('postmark', given)).toEqual([]);
    const common = { recipient: 'ana@example.com', ...expected };
    expect(parseEvents('postmark', given)).toMatchObject([{ providerMessageId: given.MessageID, ...common }]);
    expect(parseEvents('postmark', { ...given, Metadata: { relevo_id: OUR_ID } })).toMatchObject([
      { messageId: OUR_ID, ...common },
    ]);
  });
});
