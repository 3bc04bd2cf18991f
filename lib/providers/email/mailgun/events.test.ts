import { describe, expect, it } from 'vitest';
import { type EventCase, OUR_ID, parseEvents } from '@/lib/testing/parse-events';

/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure */
const MAILGUN: EventCase[] = [
  ['accepted', {}, { type: 'sent' }],
  [
    'delivered',
    { 'delivery-status': { code: 250, message: 'OK', 'attempt-no': 1 } },
    { type: 'delivered', detail: { code: '250', reply: 'OK' } },
  ],
  [
    'failed',
    {
      severity: 'permanent',
      reason: 'bounce',
      'delivery-status': {
        code: 550,
        message: "5.1.1 The email account that you tried to reach doesn't exist",
        'enhanced-code': '5.1.1',
      },
    },
    { type: 'bounced', detail: { code: '5.1.1', reason: 'invalid' } },
  ],
  [
    'failed',
    {
      severity: 'permanent',
      reason: 'suppress-bounce',
      'delivery-status': { code: 605, description: 'Not delivering to previously bounced address' },
    },
    {
      type: 'failed',
      detail: { code: '605', reason: 'suppressed', reply: 'Not delivering to previously bounced address' },
    },
  ],
  ['failed', { severity: 'permanent', reason: 'old' }, { type: 'failed', detail: { reason: 'timed_out' } }],
  ['failed', { severity: 'temporary', reason: 'generic' }, { type: 'deferred' }],
  ['rejected', { reject: { reason: 'Sandbox subdomains are for test purposes only.' } }, { type: 'failed' }],
  ['complained', {}, { type: 'complained' }],
  [
    'clicked',
    {
      url: 'https://example.com',
      ip: '50.56.129.169',
      geolocation: { country: 'US', region: 'TX', city: 'Austin' },
      'client-info': {
        'client-type': 'browser',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chromium',
        bot: '',
      },
    },
    { type: 'clicked', detail: { link: 'https://example.com', ip: '50.56.129.169', country: 'US' } },
  ],
  [
    'opened',
    { 'client-info': { 'user-agent': 'Mozilla/5.0', bot: 'apple' }, geolocation: { country: 'Unknown' } },
    { type: 'opened', detail: { machine: 'apple' } },
  ],
  ['unsubscribed', {}, { type: 'unsubscribed' }],
];

describe('Mailgun', () => {
  it.each(MAILGUN)('%s %j', (event, fields, expected) => {
    const given = {
      event,
      id: 'Ase7i2zsRYeDXztHGENqRA',
      timestamp: 1521243339.873676,
      recipient: 'ana@example.com',
      message: { headers: { 'message-id': '20180316233539.1.6B1@mg.example.com' } },
      'user-variables': {},
      ...fields,
    };
    const events = (extra: object) =>
      parseEvents('mailgun', { signature: {}, 'event-data': { ...given, ...extra } });
    const common = { recipient: 'ana@example.com', at: new Date(1521243339_873) };
    if (!expected) return expect(events({})).toEqual([]);
    expect(events({})).toMatchObject([
      { ...common, ...expected, providerMessageId: '20180316233539.1.6B1@mg.example.com' },
    ]);
    expect(events({ 'user-variables': { relevo_id: OUR_ID } })).toMatchObject([
      { messageId: OUR_ID, ...expected },
    ]);
  });
});
