import { inAnHour, json, PDF, type PublishedFields } from './fields';

/** https://developers.brevo.com/reference/sendtransacemail */
export const brevo: PublishedFields = {
  path: '/compat/brevo/v3/smtp/email',
  headers: (token) => json({ 'api-key': token }),
  body: () => ({
    sender: { email: 'clinic@example.com', name: 'Clinic' },
    to: [{ email: 'ana@example.com' }],
    subject: 'Receipt 13',
    textContent: 'Thank you.',
  }),
  namesIn: (answer) => JSON.parse(answer).message,
  fields: [
    ['sender.id', 3, 'refused'],
    ['to', [{ email: 'ana@example.com', name: 'Gómez, Ana' }], 'honoured'],
    ['to.0.contactPixelTrackingConsent', true, 'refused'],
    ['bcc', [{ email: 'boss@example.com' }], 'honoured'],
    ['cc', [{ email: 'boss@example.com', name: 'Boss' }], 'honoured'],
    ['htmlContent', '<p>Thank you.</p>', 'honoured'],
    ['replyTo', { email: 'front@example.com', name: 'Front' }, 'honoured'],
    ['attachment.0', { name: 'a.pdf', content: PDF }, 'honoured'],
    ['attachment.0', { name: 'a.pdf', url: 'https://example.com/a.pdf' }, 'refused'],
    ['headers', { 'X-Client': 'shop' }, 'honoured'],
    ['headers', { 'sender.ip': '192.0.2.1' }, 'refused'],
    ['headers', { 'X-Mailin-custom': 'x' }, 'refused'],
    ['templateId', 12, 'refused'],
    ['params', { name: 'Ana' }, 'refused'],
    ['messageVersions', [{ to: [{ email: 'eva@example.com' }], subject: 'Other' }], 'honoured'],
    ['messageVersions', [{ to: [{ email: 'eva@example.com' }], params: { a: 1 } }], 'refused'],
    ['tags', ['receipts', 'año nuevo'], 'honoured'],
    ['scheduledAt', inAnHour().toISOString(), 'honoured'],
    ['batchId', '5c6cfa04-eed9-42c2-8b5c-6d470d978e9d', 'refused'],
    ['somethingNew', true, 'refused'],
  ],
};
