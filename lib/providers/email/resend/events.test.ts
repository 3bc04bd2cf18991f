import { describe, expect, it } from 'vitest';
import { type EventCase, OUR_ID, parseEvents } from '@/lib/testing/parse-events';

/** https://resend.com/docs/webhooks/event-types */
const RESEND: EventCase[] = [
  ['email.sent', {}, { type: 'sent' }],
  ['email.delivered', {}, { type: 'delivered' }],
  ['email.delivery_delayed', {}, { type: 'deferred' }],
  [
    'email.bounced',
    { bounce: { message: 'The recipient does not exist.', subType: 'General', type: 'Permanent' } },
    { type: 'bounced', detail: { reply: 'The recipient does not exist.', reason: 'invalid' } },
  ],
  [
    'email.bounced',
    { bounce: { message: 'On the list.', subType: 'Suppressed', type: 'Permanent' } },
    { type: 'failed', detail: { reason: 'suppressed' } },
  ],
  [
    'email.bounced',
    { bounce: { message: 'Full.', subType: 'MailboxFull', type: 'Transient' } },
    { type: 'failed' },
  ],
  ['email.complained', {}, { type: 'complained' }],
  [
    'email.failed',
    { failed: { reason: 'reached_daily_quota' } },
    { type: 'failed', detail: { reply: 'reached_daily_quota' } },
  ],
  ['email.opened', {}, { type: 'opened' }],
  [
    'email.clicked',
    {
      click: {
        ipAddress: '122.115.53.11',
        link: 'https://resend.com',
        timestamp: '2026-11-22T23:41:12.126Z',
        userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
      },
    },
    { type: 'clicked', detail: { link: 'https://resend.com', ip: '122.115.53.11' } },
  ],
  ['email.opened', { to: ['ana@example.com', 'bo@example.com'] }, { type: 'opened', recipient: null }],
  ['contact.created', {}, null],
  // It does not say which of them.
  ['email.bounced', { to: ['ana@example.com', 'bo@example.com'] }, null],
];

describe('Resend', () => {
  it.each(RESEND)('%s %j', (type, fields, expected) => {
    const data = {
      email_id: '56761188-7520-42d8-8898-ff6fc54ce618',
      to: ['ana@example.com'],
      ...fields,
    };
    const given = (tags: unknown) => ({
      type,
      created_at: '2026-02-22T23:41:12.126Z',
      data: { ...data, tags },
    });
    if (!expected) return expect(parseEvents('resend', given({}))).toEqual([]);
    const common = { recipient: 'ana@example.com', at: new Date('2026-02-22T23:41:12.126Z'), ...expected };
    expect(parseEvents('resend', given({}))).toMatchObject([{ providerMessageId: data.email_id, ...common }]);
    for (const tags of [{ relevo_id: OUR_ID }, [{ name: 'relevo_id', value: OUR_ID }]])
      expect(parseEvents('resend', given(tags))).toMatchObject([{ messageId: OUR_ID, ...common }]);
  });
});
