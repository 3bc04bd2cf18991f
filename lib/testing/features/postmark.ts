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

const own = (message: string, ...headers: [string, string][]) =>
  [...headers, ['Message-ID', message], ['X-PM-KeepID', 'true']].map(([Name, Value]) => ({ Name, Value }));

/** https://postmarkapp.com/developer/api/email-api and user-guide/send-email-with-api, read 2026-11. */
export const base = {
  From: 'caja@clinica.example',
  To: 'ana@cliente.example',
  Subject: 'Recibo',
  TextBody: 'Gracias',
  Headers: own(MESSAGE_ID),
  Attachments: [],
  Metadata: { relevo_id: ID },
};

const headers = (given: Record<string, string>) => ({ Headers: own(MESSAGE_ID, ...Object.entries(given)) });
const file = (Name: string, ContentType: string, Content: string) => ({
  Attachments: [{ Name, Content, ContentType }],
});

export const expected: Expected = {
  'text alone': {},
  'html alone': { TextBody: undefined, HtmlBody: '<p>Gracias</p>' },
  'text and html': { HtmlBody: '<p>Gracias</p>' },
  // "A name with a comma must be in quotes", and addresses are split at commas.
  'a name with comma, semicolon and accents': { To: '"Pérez, Ana; S.A." <ana@cliente.example>' },
  'a quoted name with escapes': { To: '"Ana \\"la jefa\\" Paz" <ana@cliente.example>' },
  'an emoji in a name': { To: '"🦤 Dodo" <ana@cliente.example>' },
  "a comma in the sender's name": { From: '"Clínica Norte, S.A." <caja@clinica.example>' },
  'two recipients and a copy': {
    To: 'ana@cliente.example, luis@cliente.example',
    Cc: '"Eva" <eva@cliente.example>',
  },
  'a blind copy': { Bcc: 'jefe@clinica.example' },
  'the same person three times': {
    To: 'ana@cliente.example, ANA@cliente.example',
    Cc: '"Ana" <ana@cliente.example>',
    Bcc: 'jefe@clinica.example',
  },
  'a reply-to': { ReplyTo: '"Recepción" <lab@clinica.example>' },
  'two reply-to': { ReplyTo: 'lab@clinica.example, caja2@clinica.example' },
  'a picture within the text': {
    HtmlBody: '<img src="cid:logo@clinica">',
    Attachments: [
      { Name: 'logo.png', Content: PNG, ContentType: 'image/png', ContentID: 'cid:logo@clinica' },
    ],
  },
  'a content id of 150 characters': {
    HtmlBody: `<img src="cid:${LONG_ID}">`,
    Attachments: [{ Name: 'logo.png', Content: PNG, ContentType: 'image/png', ContentID: `cid:${LONG_ID}` }],
  },
  'a file with a Spanish and Chinese name': file('recibo nº 13 领收.pdf', 'application/pdf', PDF),
  'a content type left out': file('recibo.pdf', 'application/pdf', PDF),
  'a content type with parameters': file('nota.txt', 'text/plain; charset=utf-8', 'SG9sYQ=='),
  'an invitation': file('cita.ics', 'text/calendar; method=REQUEST', ICS),
  'an empty file': file('vacio.txt', 'text/plain', ''),
  'a program': 'file_type',
  // One tag; the others go along.
  'two tags': { Tag: 'recibo', Metadata: { relevo_id: ID, relevo_tags: 'norte' } },
  metadata: { Metadata: { relevo_id: ID, pedido: '13', cliente: 'c-7' } },
  'metadata in other letters': { Metadata: { relevo_id: ID, cliente: 'Ana Pérez' } },
  'a header': headers({ 'X-Cliente': '13' }),
  'a header in other letters': headers({ 'X-Cliente': '=?UTF-8?Q?Pe=C3=B1a?=' }),
  ...headersAsGiven(headers),
  'a subject in other letters': { Subject: 'Recibo nº 13 · 領収書 🦤' },
  'a subject that looks encoded': { Subject: ENCODED_AGAIN },
  'braces in a subject': { Subject: 'Su código {{7*7}}' },
  'braces in HTML': { HtmlBody: '<p>{{ contact.EMAIL }} {% now %}</p>' },
  'international domains': {
    From: 'caja@xn--clnica-4va.example',
    To: 'ana@xn--and-6ma2c.example',
    Headers: own(`<${ID}@xn--clnica-4va.example>`),
  },
  'letters beyond ASCII before the @': 'local_part',
};
