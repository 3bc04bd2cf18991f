import { describe, expect, it } from 'vitest';
import { type EventCase, OUR_ID, parseEvents } from '@/lib/testing/parse-events';

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event#delivery-events */
const SENDGRID: EventCase[] = [
  ['processed', {}, { type: 'sent' }],
  [
    'deferred',
    { response: '400 try again later', attempt: '5' },
    { type: 'deferred', detail: { reply: '400 try again later' } },
  ],
  ['delivered', { response: '250 OK' }, { type: 'delivered', detail: { reply: '250 OK' } }],
  [
    'bounce',
    { reason: '500 unknown recipient', status: '5.0.0', type: 'bounce' },
    { type: 'bounced', detail: { code: '5.0.0', reply: '500 unknown recipient', reason: 'invalid' } },
  ],
  [
    'bounce',
    { reason: '421 4.7.0 [IP] temporarily blocked', status: '4.7.0', type: 'blocked' },
    { type: 'failed', detail: { code: '4.7.0', reason: 'blocked' } },
  ],
  [
    'dropped',
    { reason: 'Bounced Address', status: '5.0.0' },
    { type: 'failed', detail: { reason: 'suppressed' } },
  ],
  ['dropped', { reason: 'Unsubscribed Address' }, { type: 'failed', detail: { reason: 'suppressed' } }],
  ['spamreport', {}, { type: 'complained' }],
  [
    'open',
    { useragent: 'Mozilla/4.0', ip: '255.255.255.255', sg_machine_open: false },
    { type: 'opened', detail: { agent: 'Mozilla/4.0', ip: '255.255.255.255' } },
  ],
  [
    'open',
    { useragent: 'Mozilla/5.0 (Macintosh)', sg_machine_open: true },
    { type: 'opened', detail: { machine: 'apple' } },
  ],
  [
    'click',
    { useragent: 'Mozilla/4.0', ip: '255.255.255.255', url: 'http://www.sendgrid.com/' },
    { type: 'clicked', detail: { link: 'http://www.sendgrid.com/', agent: 'Mozilla/4.0' } },
  ],
  ['unsubscribe', {}, { type: 'unsubscribed' }],
  ['group_unsubscribe', { asm_group_id: 10 }, { type: 'unsubscribed' }],
  ['group_resubscribe', { asm_group_id: 10 }, null],
];

describe('SendGrid', () => {
  it.each(SENDGRID)('%s %j', (event, fields, expected) => {
    const given = {
      email: 'ana@example.com',
      timestamp: 1513299569,
      'smtp-id': '<14c5d75ce93.dfd.64b469@ismtpd-555>',
      event,
      sg_event_id: 'ZGVmZXJyZWQ=',
      sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
      ...fields,
    };
    const common = { recipient: 'ana@example.com', key: 'ZGVmZXJyZWQ=', at: new Date(1513299569_000) };
    const [byTheirs] = parseEvents('sendgrid', [given]);
    const [byOurs] = parseEvents('sendgrid', [{ ...given, relevo_id: OUR_ID }]);
    if (!expected) return expect([byTheirs, byOurs]).toEqual([undefined, undefined]);
    expect(byTheirs).toMatchObject({ ...common, ...expected, providerMessageId: '14c5d75ce93' });
    expect(byOurs).toMatchObject({ ...common, ...expected, messageId: OUR_ID });
  });

  it('tells many in one', () => {
    const event = { email: 'a@x.example', event: 'delivered', timestamp: 1, sg_message_id: 'm.1' };
    expect(parseEvents('sendgrid', [event, 7, null, { ...event, email: 'b@x.example' }])).toHaveLength(2);
  });
});
