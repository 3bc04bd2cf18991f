import {
  ENCODED_AGAIN,
  type Expected,
  headersAsGiven,
  ICS,
  ID,
  LONG_ID,
  MESSAGE_ID,
  PDF,
  PNG,
} from './features';

/** https://github.com/twilio/sendgrid-oai, `spec/json/tsg_mail_v3.json`, read 2026-11: the fields of Mail Send v3. */
export const base = {
  from: { email: 'caja@clinica.example' },
  personalizations: [{ to: [{ email: 'ana@cliente.example' }] }],
  subject: 'Recibo',
  content: [{ type: 'text/plain', value: 'Gracias' }],
  headers: { 'Message-ID': MESSAGE_ID },
  custom_args: { relevo_id: ID },
};

const to = (name: string) => ({ personalizations: [{ to: [{ email: 'ana@cliente.example', name }] }] });
const headers = (own: Record<string, string>) => ({ headers: { ...own, 'Message-ID': MESSAGE_ID } });
const file = (filename: string, type: string, content: string) => ({
  attachments: [{ content, filename, type, disposition: 'attachment' }],
});
const html = [
  { type: 'text/plain', value: 'Gracias' },
  { type: 'text/html', value: '<p>Gracias</p>' },
];

export const expected: Expected = {
  'text alone': {},
  'html alone': { content: [html[1]] },
  'text and html': { content: html },
  // In quotes: sendgrid-python/issues/291.
  'a name with comma, semicolon and accents': to('"Pérez, Ana; S.A."'),
  'a quoted name with escapes': to('Ana "la jefa" Paz'),
  'an emoji in a name': to('🦤 Dodo'),
  "a comma in the sender's name": { from: { email: 'caja@clinica.example', name: 'Clínica Norte, S.A.' } },
  'two recipients and a copy': {
    personalizations: [
      {
        to: [{ email: 'ana@cliente.example' }, { email: 'luis@cliente.example' }],
        cc: [{ email: 'eva@cliente.example', name: 'Eva' }],
      },
    ],
  },
  'a blind copy': {
    personalizations: [{ to: [{ email: 'ana@cliente.example' }], bcc: [{ email: 'jefe@clinica.example' }] }],
  },
  // "Each email address in the personalization block should be unique between to, cc, and bcc", whatever the case of its letters:
  // https://github.com/sendgrid/sendgrid-ruby/issues/461
  'the same person three times': {
    personalizations: [{ to: [{ email: 'ana@cliente.example' }], bcc: [{ email: 'jefe@clinica.example' }] }],
  },
  'a reply-to': { reply_to: { email: 'lab@clinica.example', name: 'Recepción' } },
  // "You can use either the reply_to property or reply_to_list property but not both."
  'two reply-to': {
    reply_to_list: [{ email: 'lab@clinica.example' }, { email: 'caja2@clinica.example' }],
  },
  'a picture within the text': {
    content: [html[0], { type: 'text/html', value: '<img src="cid:logo@clinica">' }],
    attachments: [
      {
        content: PNG,
        filename: 'logo.png',
        type: 'image/png',
        disposition: 'inline',
        content_id: 'logo@clinica',
      },
    ],
  },
  'a content id of 150 characters': {
    content: [html[0], { type: 'text/html', value: `<img src="cid:${LONG_ID}">` }],
    attachments: [
      { content: PNG, filename: 'logo.png', type: 'image/png', disposition: 'inline', content_id: LONG_ID },
    ],
  },
  'a file with a Spanish and Chinese name': file('recibo nº 13 领收.pdf', 'application/pdf', PDF),
  'a content type left out': file('recibo.pdf', 'application/pdf', PDF),
  // A semicolon in `type` is refused: https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
  'a content type with parameters': file('nota.txt', 'text/plain', 'SG9sYQ=='),
  // As an alternative too: sendgrid-ruby/issues/298, by SendGrid's own people.
  'an invitation': {
    ...file('cita.ics', 'text/calendar', ICS),
    content: [
      html[0],
      {
        type: 'text/calendar; method=REQUEST',
        value: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
      },
    ],
  },
  // `minLength: 1`
  'an empty file': 'empty_file',
  'a program': file('setup.exe', 'application/octet-stream', PDF),
  'two tags': { categories: ['recibo', 'norte'] },
  metadata: { custom_args: { relevo_id: ID, pedido: '13', cliente: 'c-7' } },
  'metadata in other letters': { custom_args: { relevo_id: ID, cliente: 'Ana Pérez' } },
  'a header': headers({ 'X-Cliente': '13' }),
  'a header in other letters': headers({ 'X-Cliente': '=?UTF-8?Q?Pe=C3=B1a?=' }),
  ...headersAsGiven(headers),
  'a subject in other letters': { subject: 'Recibo nº 13 · 領収書 🦤' },
  'a subject that looks encoded': { subject: ENCODED_AGAIN },
  'braces in a subject': { subject: 'Su código {{7*7}}' },
  'braces in HTML': {
    content: [html[0], { type: 'text/html', value: '<p>{{ contact.EMAIL }} {% now %}</p>' }],
  },
  'international domains': {
    from: { email: 'caja@xn--clnica-4va.example' },
    personalizations: [{ to: [{ email: 'ana@xn--and-6ma2c.example' }] }],
    headers: { 'Message-ID': `<${ID}@xn--clnica-4va.example>` },
  },
  'letters beyond ASCII before the @': 'local_part',
};
