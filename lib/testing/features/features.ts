import type { z } from 'zod';
import type { MessageInput } from '@/lib/messages/schema';

export const PDF = 'JVBERi0xLjc=';
export const PNG = 'iVBORw0KGgo=';
export const ICS = Buffer.from('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n').toString('base64');

export const BASE = {
  from: 'caja@clinica.example',
  to: 'ana@cliente.example',
  subject: 'Recibo',
  text: 'Gracias',
};

export const LONG_ID = `${'logo-'.repeat(28)}@clinica.ex`;

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `<message-${at}@mail.clinica.example>`);
/** 30 ids: 1,160 octets, more than a line may have. */
export const REFERENCES = ids(30).join(' ');

/** What a program may give besides `BASE`, as it stands in the JSON of `POST /api/v1/messages`. */
export const FEATURES = {
  'text alone': {},
  'html alone': { text: undefined, html: '<p>Gracias</p>' },
  'text and html': { html: '<p>Gracias</p>' },
  'a name with comma, semicolon and accents': { to: { email: BASE.to, name: 'Pérez, Ana; S.A.' } },
  'a quoted name with escapes': { to: '"Ana \\"la jefa\\" Paz" <ana@cliente.example>' },
  'an emoji in a name': { to: { email: BASE.to, name: '🦤 Dodo' } },
  "a comma in the sender's name": { from: { email: BASE.from, name: 'Clínica Norte, S.A.' } },
  'two recipients and a copy': { to: [BASE.to, 'luis@cliente.example'], cc: 'Eva <eva@cliente.example>' },
  'a blind copy': { bcc: 'jefe@clinica.example' },
  'the same person three times': {
    to: [BASE.to, 'ANA@cliente.example'],
    cc: { email: BASE.to, name: 'Ana' },
    bcc: 'jefe@clinica.example',
  },
  'a reply-to': { replyTo: 'Recepción <lab@clinica.example>' },
  'two reply-to': { replyTo: ['lab@clinica.example', 'caja2@clinica.example'] },
  'a picture within the text': {
    html: '<img src="cid:logo@clinica">',
    attachments: [
      { filename: 'logo.png', contentType: 'image/png', content: PNG, contentId: 'logo@clinica' },
    ],
  },
  'a content id of 150 characters': {
    html: `<img src="cid:${LONG_ID}">`,
    attachments: [{ filename: 'logo.png', contentType: 'image/png', content: PNG, contentId: LONG_ID }],
  },
  'a file with a Spanish and Chinese name': {
    attachments: [{ filename: 'recibo nº 13 领收.pdf', contentType: 'application/pdf', content: PDF }],
  },
  'a content type left out': { attachments: [{ filename: 'recibo.pdf', content: PDF }] },
  'a content type with parameters': {
    attachments: [{ filename: 'nota.txt', contentType: 'text/plain; charset=utf-8', content: 'SG9sYQ==' }],
  },
  'an invitation': {
    attachments: [{ filename: 'cita.ics', contentType: 'text/calendar; method=REQUEST', content: ICS }],
  },
  'an empty file': { attachments: [{ filename: 'vacio.txt', content: '' }] },
  'a program': { attachments: [{ filename: 'setup.exe', content: PDF }] },
  'two tags': { tags: ['recibo', 'norte'] },
  metadata: { metadata: { pedido: '13', cliente: 'c-7' } },
  'metadata in other letters': { metadata: { cliente: 'Ana Pérez' } },
  'a header': { headers: { 'X-Cliente': '13' } },
  'a header in other letters': { headers: { 'X-Cliente': 'Peña' } },
  'one-click unsubscribe': {
    headers: {
      'List-Unsubscribe': '<https://u.example/t/1>, <mailto:u@clinica.example>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  },
  'long references': {
    headers: { References: REFERENCES, 'In-Reply-To': '<message-29@mail.clinica.example>' },
  },
  'headers of importance': { headers: { 'X-Priority': '1', Importance: 'high' } },
  'a subject in other letters': { subject: 'Recibo nº 13 · 領収書 🦤' },
  'a subject that looks encoded': { subject: '=?utf-8?Q?a=0D=0Ab?=' },
  'braces in a subject': { subject: 'Su código {{7*7}}' },
  'braces in HTML': { html: '<p>{{ contact.EMAIL }} {% now %}</p>' },
  'international domains': { from: 'caja@clínica.example', to: 'ana@ñandú.example' },
  'letters beyond ASCII before the @': { to: 'josé@cliente.example' },
} satisfies Record<string, Partial<z.input<typeof MessageInput>>>;

export type Feature = keyof typeof FEATURES;

/** Fields that differ from those of `BASE`; undefined takes one away. Or the part of the message that is not carried. */
export type Expected = Record<Feature, Record<string, unknown> | string>;

export const ID = '0199c0de-0000-7000-8000-000000000013';
export const MESSAGE_ID = `<${ID}@clinica.example>`;

/** An encoded word in base64 (RFC 2047). */
export const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** `=?utf-8?Q?a=0D=0Ab?=` as text: what readers decode is what was given, not a line break. */
export const ENCODED_AGAIN = '=?UTF-8?Q?=3D=3Futf-8=3FQ=3Fa=3D0D=3D0Ab=3F=3D?=';

type Headers = Record<string, string>;

/** What a plain message's headers become where they go out as given, in the shape that `headers` gives them. */
export const headersAsGiven = (headers: (given: Headers) => Record<string, unknown>) => ({
  'one-click unsubscribe': headers({
    'List-Unsubscribe': '<https://u.example/t/1>, <mailto:u@clinica.example>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
  'long references': headers({
    References: REFERENCES,
    'In-Reply-To': '<message-29@mail.clinica.example>',
  }),
  'headers of importance': headers({ 'X-Priority': '1', Importance: 'high' }),
});
