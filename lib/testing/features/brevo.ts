import { ENCODED_AGAIN, type Expected, headersAsGiven, ICS, ID, PDF, word } from './features';

const own = (metadata: object = {}) => ({
  'X-Mailin-custom': JSON.stringify({ relevo_id: ID, ...metadata }),
});

/** https://developers.brevo.com/reference/sendtransacemail, read 2026-11. Its keys of idempotency are left out here: they are tested apart. */
export const base = {
  sender: { email: 'caja@clinica.example' },
  to: [{ email: 'ana@cliente.example' }],
  subject: 'Recibo',
  // "Required when templateId is not provided."
  htmlContent: '<div style="white-space: pre-wrap">Gracias</div>',
  textContent: 'Gracias',
  headers: own(),
};

const to = (name: string) => ({ to: [{ email: 'ana@cliente.example', name }] });
const headers = (given: Record<string, string>) => ({ headers: { ...given, ...own() } });
const file = (name: string, content: string) => ({ attachment: [{ name, content }] });

export const expected: Expected = {
  'text alone': {},
  'html alone': { textContent: undefined, htmlContent: '<p>Gracias</p>' },
  'text and html': { htmlContent: '<p>Gracias</p>' },
  // Dropped otherwise: https://anymail.dev/en/stable/esps/brevo/
  'a name with comma, semicolon and accents': to(word('Pérez, Ana; S.A.')),
  'a quoted name with escapes': to('Ana "la jefa" Paz'),
  'an emoji in a name': to('🦤 Dodo'),
  "a comma in the sender's name": {
    sender: { email: 'caja@clinica.example', name: word('Clínica Norte, S.A.') },
  },
  'two recipients and a copy': {
    to: [{ email: 'ana@cliente.example' }, { email: 'luis@cliente.example' }],
    cc: [{ email: 'eva@cliente.example', name: 'Eva' }],
  },
  'a blind copy': { bcc: [{ email: 'jefe@clinica.example' }] },
  'the same person three times': {
    to: [{ email: 'ana@cliente.example' }, { email: 'ANA@cliente.example' }],
    cc: [{ email: 'ana@cliente.example', name: 'Ana' }],
    bcc: [{ email: 'jefe@clinica.example' }],
  },
  'a reply-to': { replyTo: { email: 'lab@clinica.example', name: 'Recepción' } },
  'two reply-to': 'reply_to',
  'a picture within the text': 'inline_image',
  'a content id of 150 characters': 'inline_image',
  'a file with a Spanish and Chinese name': file('recibo nº 13 领收.pdf', PDF),
  'a content type left out': file('recibo.pdf', PDF),
  'a content type with parameters': file('nota.txt', 'SG9sYQ=='),
  'an invitation': file('cita.ics', ICS),
  'an empty file': 'empty_file',
  'a program': 'file_type',
  'two tags': { tags: ['recibo', 'norte'] },
  metadata: { headers: own({ pedido: '13', cliente: 'c-7' }) },
  'metadata in other letters': { headers: own({ cliente: 'q_Ana_20P_C3_A9rez' }) },
  'a header': headers({ 'X-Cliente': '13' }),
  // Whether encoded or not, it would go out as raw octets: anymail/backends/brevo.py
  'a header in other letters': 'header',
  ...headersAsGiven(headers),
  'a subject in other letters': { subject: 'Recibo nº 13 · 領収書 🦤' },
  'a subject that looks encoded': { subject: ENCODED_AGAIN },
  // Its template language is at work there too: https://github.com/sendinblue/APIv3-csharp-library/issues/55
  'braces in a subject': 'placeholders',
  'braces in HTML': { htmlContent: '<p>&#123;{ contact.EMAIL }} &#123;% now %}</p>' },
  'international domains': {
    sender: { email: 'caja@xn--clnica-4va.example' },
    to: [{ email: 'ana@xn--and-6ma2c.example' }],
  },
  'letters beyond ASCII before the @': 'local_part',
};
