import { type Expected, type Feature, ICS, ID, LONG_ID, MESSAGE_ID, PDF, PNG, REFERENCES } from './features';

const ana = { email: 'ana@cliente.example' };

/** What RFC 5322, 2045, 2047, 2231 and 8058 make of it, as a reader of mail sees it: for SMTP and Amazon SES, which get the same bytes. */
export const base = {
  from: { email: 'caja@clinica.example' },
  to: [ana],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: 'Recibo',
  text: 'Gracias',
  html: undefined,
  files: [],
  labels: { relevo_id: ID },
  headers: { 'message-id': MESSAGE_ID },
};

const headers = (own: Record<string, string>) => ({ headers: { ...own, 'message-id': MESSAGE_ID } });
const file = (name: string, content: string) => ({ files: [{ name, content, inline: false }] });

/** What stands in front of a part. */
export const parts: { [feature in Feature]?: RegExp } = {
  'a content type left out': /^Content-Type: application\/pdf; name=recibo\.pdf\r\n/m,
  'a content type with parameters': /^Content-Type: text\/plain; charset=utf-8; name=nota\.txt\r\n/m,
  // RFC 6047, 2.4: an alternative to the text, whose parameter repeats the method within.
  'an invitation':
    /^Content-Type: multipart\/alternative;[\s\S]*^Content-Type: text\/plain[\s\S]*^Content-Type: text\/calendar; method=REQUEST; charset=utf-8;/m,
  'a picture within the text': /^Content-Type: multipart\/related;[\s\S]*^Content-ID: <logo@clinica>\r\n/im,
};

export const expected: Expected = {
  'text alone': {},
  'html alone': { text: undefined, html: '<p>Gracias</p>' },
  'text and html': { html: '<p>Gracias</p>' },
  'a name with comma, semicolon and accents': { to: [{ ...ana, name: 'Pérez, Ana; S.A.' }] },
  'a quoted name with escapes': { to: [{ ...ana, name: 'Ana "la jefa" Paz' }] },
  'an emoji in a name': { to: [{ ...ana, name: '🦤 Dodo' }] },
  "a comma in the sender's name": { from: { email: 'caja@clinica.example', name: 'Clínica Norte, S.A.' } },
  'two recipients and a copy': {
    to: [ana, { email: 'luis@cliente.example' }],
    cc: [{ email: 'eva@cliente.example', name: 'Eva' }],
  },
  // In the envelope alone.
  'a blind copy': { bcc: ['jefe@clinica.example'] },
  'the same person three times': {
    to: [ana, { email: 'ANA@cliente.example' }],
    cc: [{ ...ana, name: 'Ana' }],
    bcc: ['jefe@clinica.example'],
  },
  'a reply-to': { replyTo: [{ email: 'lab@clinica.example', name: 'Recepción' }] },
  'two reply-to': { replyTo: [{ email: 'lab@clinica.example' }, { email: 'caja2@clinica.example' }] },
  'a picture within the text': {
    html: '<img src="cid:logo@clinica">',
    files: [{ name: 'logo.png', content: PNG, inline: true }],
  },
  'a content id of 150 characters': {
    html: `<img src="cid:${LONG_ID}">`,
    files: [{ name: 'logo.png', content: PNG, inline: true }],
  },
  'a file with a Spanish and Chinese name': file('recibo nº 13 领收.pdf', PDF),
  'a content type left out': file('recibo.pdf', PDF),
  'a content type with parameters': file('nota.txt', 'SG9sYQ=='),
  'an invitation': file('cita.ics', ICS),
  'an empty file': file('vacio.txt', ''),
  'a program': 'file_type',
  'two tags': { labels: { relevo_id: ID, relevo_tag: 'recibo', relevo_tag_2: 'norte' } },
  metadata: { labels: { relevo_id: ID, pedido: '13', cliente: 'c-7' } },
  // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html: letters, digits, _ and - alone.
  'metadata in other letters': { labels: { relevo_id: ID, cliente: 'q_Ana_20P_C3_A9rez' } },
  'a header': headers({ 'x-cliente': '13' }),
  'a header in other letters': headers({ 'x-cliente': 'Peña' }),
  'one-click unsubscribe': headers({
    'list-unsubscribe': '<https://u.example/t/1>, <mailto:u@clinica.example>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  }),
  'long references': headers({
    references: REFERENCES,
    'in-reply-to': '<message-29@mail.clinica.example>',
  }),
  'headers of importance': headers({ 'x-priority': '1', importance: 'high' }),
  'a subject in other letters': { subject: 'Recibo nº 13 · 領収書 🦤' },
  'a subject that looks encoded': { subject: '=?utf-8?Q?a=0D=0Ab?=' },
  'braces in a subject': { subject: 'Su código {{7*7}}' },
  'braces in HTML': { html: '<p>{{ contact.EMAIL }} {% now %}</p>' },
  'international domains': {
    from: { email: 'caja@xn--clnica-4va.example' },
    to: [{ email: 'ana@xn--and-6ma2c.example' }],
    headers: { 'message-id': `<${ID}@xn--clnica-4va.example>` },
  },
  'letters beyond ASCII before the @': 'local_part',
};
