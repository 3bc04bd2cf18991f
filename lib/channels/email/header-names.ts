import { flaw } from '@/lib/flaws';

/** Headers that Relevo writes itself, that the way writes (RFC 5321, 5322, 7208, 8601), or that would let a caller forge either. */
const RESERVED =
  /^(from|to|cc|bcc|sender|subject|date|message-id|reply-to|mime-version|content-.*|dkim-signature|domainkey-signature|arc-.*|received|received-spf|return-path|authentication-results|resent-.*|delivered-to|envelope-to|x-original-to|apparently-to|errors-to|x-relevo-.*)$/i;

/**
 * Headers, or their beginnings where they end in a dash, by which a provider is told what to do with a message: templates, streams, senders, tracking, other accounts'
 * pools. From what each one documents for SMTP and its API; a message handed from one to the other must not steer either.
 */
const CONTROL: Record<string, string> = {
  // https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
  'x-ses-': 'Amazon SES',
  // https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp
  'x-mailgun-': 'Mailgun',
  // https://postmarkapp.com/developer/user-guide/send-email-with-smtp
  'x-pm-': 'Postmark',
  // https://www.twilio.com/docs/sendgrid/for-developers/sending-email/building-an-x-smtpapi-header
  'x-smtpapi': 'SendGrid',
  'x-sg-': 'SendGrid',
  'x-sendgrid-': 'SendGrid',
  // https://developers.brevo.com/reference/sendtransacemail: `headers`
  'x-mailin-': 'Brevo',
  'x-sib-': 'Brevo',
  'sender.ip': 'Brevo',
  idempotencykey: 'Brevo',
  'idempotency-key': 'Brevo',
  // https://resend.com/docs/send-with-smtp
  'resend-': 'Resend',
  'x-resend-': 'Resend',
  // https://developers.sparkpost.com/api/smtp/
  'x-msys-': 'SparkPost',
  // https://mailchimp.com/developer/transactional/docs/smtp-integration/
  'x-mc-': 'Mandrill',
  // https://dev.mailjet.com/smtp-relay/custom-headers/
  'x-mj-': 'Mailjet',
  'x-mailjet-': 'Mailjet',
  'x-mailersend-': 'MailerSend',
  'x-elasticemail-': 'Elastic Email',
  'x-mt-category': 'Mailtrap',
  'x-mt-custom-': 'Mailtrap',
  'x-smtp2go-': 'SMTP2GO',
  'x-postal-': 'Postal',
  'x-xsmailingid': 'SocketLabs',
  'x-xsmessageid': 'SocketLabs',
  'x-unione': 'UniOne',
  'x-ms-exchange-': 'Microsoft Exchange',
  // PowerMTA's user guide, "Special message headers"
  'x-virtual-mta': 'PowerMTA',
  'x-job': 'PowerMTA',
};

/** Why a message may not bring this header along; null: it may. */
export function whyNoHeader(name: string): ReturnType<typeof flaw> | null {
  if (RESERVED.test(name)) return flaw('header_own');
  const key = name.toLowerCase();
  const steered = Object.entries(CONTROL).find(([named]) =>
    named.endsWith('-') ? key.startsWith(named) : key === named,
  );
  return steered ? flaw('header_steers', { provider: steered[1] }) : null;
}
