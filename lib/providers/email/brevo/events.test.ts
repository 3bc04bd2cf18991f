import { describe, expect, it } from 'vitest';
import { type EventCase, OUR_ID, parseEvents } from '@/lib/testing/parse-events';

/** https://developers.brevo.com/docs/transactional-webhooks */
const BREVO: EventCase[] = [
  ['request', {}, { type: 'sent' }],
  ['delivered', {}, { type: 'delivered' }],
  ['deferred', { reason: 'server is down' }, { type: 'deferred', detail: { reply: 'server is down' } }],
  ['hard_bounce', { reason: 'server is down' }, { type: 'bounced', detail: { reason: 'invalid' } }],
  ['soft_bounce', { reason: 'server is down' }, { type: 'failed', detail: { reason: 'other' } }],
  [
    'blocked',
    { reason: 'blocked : due to blacklist user' },
    { type: 'failed', detail: { reason: 'suppressed' } },
  ],
  ['invalid_email', {}, { type: 'bounced', detail: { reason: 'invalid' } }],
  ['error', { reason: 'Error details' }, { type: 'failed', detail: { reply: 'Error details' } }],
  ['spam', {}, { type: 'complained' }],
  ['unique_opened', {}, null],
  [
    'opened',
    { user_agent: 'Mozilla/5.0 (Macintosh) Thunderbird/115', ip: '192.0.2.7' },
    { type: 'opened', detail: { agent: 'Mozilla/5.0 (Macintosh) Thunderbird/115', ip: '192.0.2.7' } },
  ],
  ['proxy_open', {}, { type: 'opened', detail: { machine: 'apple' } }],
  ['unique_proxy_open', {}, null],
  [
    'click',
    { link: 'https://example.com/a' },
    { type: 'clicked', detail: { link: 'https://example.com/a' } },
  ],
  ['unsubscribed', {}, { type: 'unsubscribed' }],
];

describe('Brevo', () => {
  it.each(BREVO)('%s %j', (event, fields, expected) => {
    const given = {
      event,
      email: 'ana@example.com',
      id: 26224,
      ts: 1598634509,
      ts_epoch: 1598634509223,
      'message-id': '<201798300811.5787683@relay.domain.com>',
      ...fields,
    };
    if (!expected) return expect(parseEvents('brevo', given)).toEqual([]);
    const common = { recipient: 'ana@example.com', at: new Date(1598634509223), ...expected };
    expect(parseEvents('brevo', given)).toMatchObject([
      { providerMessageId: given['message-id'], ...common },
    ]);
    const ours = { ...given, 'X-Mailin-custom': JSON.stringify({ relevo_id: OUR_ID }) };
    expect(parseEvents('brevo', [ours, ours])).toMatchObject([
      { messageId: OUR_ID, ...common },
      { messageId: OUR_ID },
    ]);
  });
});
