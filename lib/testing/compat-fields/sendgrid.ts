import { bearer, inAnHour, PDF, type PublishedFields } from './fields';

const FILE = { content: PDF, filename: 'a.pdf' };

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send#request-body */
export const sendgrid: PublishedFields = {
  path: '/compat/sendgrid/v3/mail/send',
  headers: bearer,
  body: () => ({
    personalizations: [{ to: [{ email: 'ana@example.com' }] }],
    from: { email: 'clinic@example.com' },
    subject: 'Receipt 13',
    content: [{ type: 'text/plain', value: 'Thank you.' }],
  }),
  namesIn: (answer) =>
    JSON.parse(answer)
      .errors.map(({ field }: { field: string }) => field)
      .join(' '),
  fields: [
    ['personalizations.0.from', { email: 'other@example.com', name: 'Other' }, 'honoured'],
    ['personalizations.0.cc', [{ email: 'boss@example.com' }], 'honoured'],
    ['personalizations.0.bcc', [{ email: 'boss@example.com', name: 'Boss' }], 'honoured'],
    ['personalizations.0.subject', 'Receipt 14', 'honoured'],
    ['personalizations.0.headers', { 'X-Client': 'shop' }, 'honoured'],
    ['personalizations.0.substitutions', { '-name-': 'Ana' }, 'refused'],
    ['personalizations.0.custom_args', { order: '77' }, 'honoured'],
    ['personalizations.0.send_at', Math.floor(inAnHour().getTime() / 1000), 'honoured'],
    ['from.name', 'Clinic', 'honoured'],
    ['reply_to', { email: 'front@example.com', name: 'Front' }, 'honoured'],
    ['reply_to_list', [{ email: 'front@example.com' }], 'honoured'],
    ['content.1', { type: 'text/html', value: '<p>Thank you.</p>' }, 'honoured'],
    ['content.1', { type: 'text/x-amp-html', value: '<p>Thank you.</p>' }, 'refused'],
    ['attachments.0', FILE, 'honoured'],
    ['attachments.0', { ...FILE, type: 'application/pdf', disposition: 'attachment' }, 'honoured'],
    ['attachments.0', { ...FILE, disposition: 'inline', content_id: 'logo' }, 'honoured'],
    ['sections', { ':a': 'b' }, 'refused'],
    ['headers', { 'X-Client': 'shop' }, 'honoured'],
    ['headers', { 'x-sg-id': '1' }, 'refused'],
    ['headers', { 'dkim-signature': 'v=1' }, 'refused'],
    ['categories', ['receipts'], 'honoured'],
    ['custom_args', { order: '77' }, 'honoured'],
    ['send_at', Math.floor(inAnHour().getTime() / 1000), 'honoured'],
    ['batch_id', 'MTA5', 'refused'],
    ['asm', { group_id: 1, groups_to_display: [1] }, 'refused'],
    ['ip_pool_name', 'pool', 'refused'],
    ['mail_settings.bypass_list_management', { enable: true }, 'refused'],
    ['mail_settings.bypass_spam_management', { enable: true }, 'refused'],
    ['mail_settings.bypass_bounce_management', { enable: true }, 'refused'],
    ['mail_settings.bypass_unsubscribe_management', { enable: true }, 'refused'],
    ['mail_settings.footer', { enable: true, text: 'x', html: 'x' }, 'refused'],
    ['mail_settings.footer', { enable: false }, 'honoured'],
    ['mail_settings.sandbox_mode', { enable: true }, 'honoured'],
    ['tracking_settings.click_tracking', { enable: true, enable_text: false }, 'honoured'],
    ['tracking_settings.click_tracking', { enable: true, enable_text: true }, 'refused'],
    ['tracking_settings.open_tracking', { enable: true }, 'honoured'],
    ['tracking_settings.open_tracking', { enable: true, substitution_tag: '%o%' }, 'refused'],
    ['tracking_settings.subscription_tracking', { enable: true, text: 'x' }, 'refused'],
    ['tracking_settings.ganalytics', { enable: true, utm_source: 'x' }, 'refused'],
    ['template_id', 'd-none', 'refused'],
    ['personalizations.0.dynamic_template_data', { name: 'Ana' }, 'refused'],
    ['something_new', true, 'refused'],
  ],
};
