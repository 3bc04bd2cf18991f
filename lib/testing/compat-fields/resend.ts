import { bearer, inAnHour, PDF, type PublishedFields } from './fields';

/** https://resend.com/docs/api-reference/emails/send-email#body-parameters */
export const resend: PublishedFields = {
  path: '/compat/resend/emails',
  headers: bearer,
  body: () => ({
    from: 'Clinic <clinic@example.com>',
    to: ['ana@example.com'],
    subject: 'Receipt 13',
    text: 'Thank you.',
  }),
  namesIn: (answer) => JSON.parse(answer).message,
  fields: [
    ['to', 'ana@example.com', 'honoured'],
    ['bcc', ['boss@example.com'], 'honoured'],
    ['cc', 'boss@example.com', 'honoured'],
    ['scheduled_at', inAnHour().toISOString(), 'honoured'],
    ['scheduled_at', 'in 1 min', 'refused'],
    ['reply_to', ['front@example.com'], 'honoured'],
    ['html', '<p>Thank you.</p>', 'honoured'],
    ['headers', { 'X-Client': 'shop' }, 'honoured'],
    ['headers', { 'Resend-Something': 'x' }, 'refused'],
    ['topic_id', 'b6d2', 'refused'],
    ['attachments.0', { filename: 'a.pdf', content: PDF }, 'honoured'],
    [
      'attachments.0',
      { filename: 'a.pdf', content: PDF, content_type: 'application/pdf', content_id: 'a' },
      'honoured',
    ],
    ['attachments.0', { filename: 'a.pdf', path: 'https://example.com/a.pdf' }, 'refused'],
    ['tags', [{ name: 'order', value: '77' }], 'honoured'],
    ['template', { id: 'none', variables: { a: 1 } }, 'refused'],
    ['something_new', true, 'refused'],
  ],
};
