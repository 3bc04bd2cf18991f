import { describe, expect, it } from 'vitest';
import { MessageInput } from '@/lib/messages/schema';
import { BASE } from '@/lib/testing/features/features';
import { whyNoHeader } from './header-names';

describe('headers that no message may bring along', () => {
  it.each([
    // Written by Relevo or by the way itself: RFC 5322, 3.6; RFC 5321, 4.4; RFC 6376; RFC 7208, 9.1; RFC 8601; RFC 8617.
    ...['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Message-ID', 'Subject', 'Date', 'MIME-Version'],
    ...['Resent-From', 'Resent-To', 'Resent-Bcc', 'Return-Path', 'Received', 'Received-SPF', 'Content-Type'],
    ...[
      'DKIM-Signature',
      'DomainKey-Signature',
      'ARC-Seal',
      'Authentication-Results',
      'Delivered-To',
      'Errors-To',
    ],
    // https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html and sending-authorization
    ...['X-SES-CONFIGURATION-SET', 'X-SES-MESSAGE-TAGS', 'X-SES-SOURCE-ARN', 'X-SES-LIST-MANAGEMENT-OPTIONS'],
    // https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp
    ...['X-Mailgun-Tag', 'X-Mailgun-Variables', 'X-Mailgun-Drop-Message', 'X-Mailgun-Recipient-Variables'],
    // https://postmarkapp.com/developer/user-guide/send-email-with-smtp
    ...['X-PM-Message-Stream', 'X-PM-Tag', 'X-PM-Metadata-color', 'X-PM-KeepID', 'X-PM-TrackOpens'],
    // https://www.twilio.com/docs/sendgrid/for-developers/sending-email/building-an-x-smtpapi-header
    ...['X-SMTPAPI', 'x-smtpapi', 'X-SG-EID', 'X-SG-ID', 'X-SendGrid-Any'],
    // PowerMTA's user guide
    ...['X-Virtual-MTA', 'X-Job'],
    // https://developers.brevo.com/reference/sendtransacemail
    ...['X-Mailin-custom', 'X-Mailin-Tag', 'sender.ip', 'idempotencyKey', 'Idempotency-Key'],
    // https://resend.com/docs/send-with-smtp
    'Resend-Idempotency-Key',
    'X-Relevo-Anything',
  ])('%s', (name) => {
    expect(whyNoHeader(name)).toBeTruthy();
    const { error } = MessageInput.safeParse({ ...BASE, headers: { [name]: 'x' } });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([`headers.${name}`]);
  });

  it.each([
    ...[
      'X-Cliente',
      'X-Job-Id',
      'X-Priority',
      'Importance',
      'References',
      'In-Reply-To',
      'List-Unsubscribe',
      'List-Id',
    ],
    ...['List-Unsubscribe-Post', 'Auto-Submitted', 'Precedence', 'X-Entity-Ref-ID', 'Organization', 'X-SEO'],
  ])('not %s', (name) => expect(whyNoHeader(name)).toBeNull());
});
