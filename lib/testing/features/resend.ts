import {
  ENCODED_AGAIN,
  type Expected,
  headersAsGiven,
  ICS,
  ID,
  MESSAGE_ID,
  PDF,
  PNG,
  word,
} from './features';

/** https://github.com/resend/resend-openapi, `resend.yaml`, `SendEmailRequest`, read 2026-11. */
export const base = {
  from: 'caja@clinica.example',
  to: ['ana@cliente.example'],
  subject: 'Recibo',
  text: 'Gracias',
  headers: { 'Message-ID': MESSAGE_ID },
  tags: [{ name: 'relevo_id', value: ID }],
};

const headers = (own: Record<string, string>) => ({ headers: { ...own, 'Message-ID': MESSAGE_ID } });
const tags = (own: Record<string, string>) => ({
  tags: Object.entries({ relevo_id: ID, ...own }).map(([name, value]) => ({ name, value })),
});

export const expected: Expected = {
  'text alone': {},
  // "You can opt out of this behavior by setting value to an empty string": https://resend.com/docs/api-reference/emails/send-email
  'html alone': { text: '', html: '<p>Gracias</p>' },
  'text and html': { html: '<p>Gracias</p>' },
  // Quoted names are refused but for the sender's: https://anymail.dev/en/stable/esps/resend/
  'a name with comma, semicolon and accents': { to: [`${word('Pérez, Ana; S.A.')} <ana@cliente.example>`] },
  'a quoted name with escapes': { to: [`${word('Ana "la jefa" Paz')} <ana@cliente.example>`] },
  'an emoji in a name': { to: ['🦤 Dodo <ana@cliente.example>'] },
  "a comma in the sender's name": { from: '"Clínica Norte, S.A." <caja@clinica.example>' },
  'two recipients and a copy': {
    to: ['ana@cliente.example', 'luis@cliente.example'],
    cc: ['Eva <eva@cliente.example>'],
  },
  'a blind copy': { bcc: ['jefe@clinica.example'] },
  'the same person three times': {
    to: ['ana@cliente.example', 'ANA@cliente.example'],
    cc: ['Ana <ana@cliente.example>'],
    bcc: ['jefe@clinica.example'],
  },
  'a reply-to': { reply_to: ['Recepción <lab@clinica.example>'] },
  'two reply-to': { reply_to: ['lab@clinica.example', 'caja2@clinica.example'] },
  'a picture within the text': {
    html: '<img src="cid:logo@clinica">',
    attachments: [
      { filename: 'logo.png', content: PNG, content_type: 'image/png', content_id: 'logo@clinica' },
    ],
  },
  // "Must be less than 128 characters": https://resend.com/docs/dashboard/emails/embed-inline-images
  'a content id of 150 characters': 'content_id',
  'a file with a Spanish and Chinese name': {
    attachments: [{ filename: 'recibo nº 13 领收.pdf', content: PDF, content_type: 'application/pdf' }],
  },
  // "If not set it will be derived from the filename property."
  'a content type left out': { attachments: [{ filename: 'recibo.pdf', content: PDF }] },
  'a content type with parameters': {
    attachments: [{ filename: 'nota.txt', content: 'SG9sYQ==', content_type: 'text/plain; charset=utf-8' }],
  },
  'an invitation': {
    attachments: [{ filename: 'cita.ics', content: ICS, content_type: 'text/calendar; method=REQUEST' }],
  },
  'an empty file': 'empty_file',
  'a program': 'file_type',
  'two tags': tags({ relevo_tag: 'recibo', relevo_tag_2: 'norte' }),
  metadata: tags({ pedido: '13', cliente: 'c-7' }),
  // Letters, digits, _ and - alone.
  'metadata in other letters': tags({ cliente: 'q_Ana_20P_C3_A9rez' }),
  'a header': headers({ 'X-Cliente': '13' }),
  'a header in other letters': headers({ 'X-Cliente': '=?UTF-8?Q?Pe=C3=B1a?=' }),
  ...headersAsGiven(headers),
  'a subject in other letters': { subject: 'Recibo nº 13 · 領収書 🦤' },
  'a subject that looks encoded': { subject: ENCODED_AGAIN },
  'braces in a subject': { subject: 'Su código {{7*7}}' },
  'braces in HTML': { html: '<p>{{ contact.EMAIL }} {% now %}</p>' },
  'international domains': {
    from: 'caja@xn--clnica-4va.example',
    to: ['ana@xn--and-6ma2c.example'],
    headers: { 'Message-ID': `<${ID}@xn--clnica-4va.example>` },
  },
  'letters beyond ASCII before the @': 'local_part',
};
