import { expect } from 'vitest';
import { ENCODED_AGAIN, type Expected, ICS, ID, LONG_ID, MESSAGE_ID, PDF, PNG, REFERENCES } from './features';

/**
 * https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages, read 2026-11: a form whose fields may repeat. Files are
 * noted here as name, type and base64; a message that goes as MIME, by what a reader makes of it.
 */
export const base = {
  from: ['caja@clinica.example'],
  to: ['ana@cliente.example'],
  subject: ['Recibo'],
  text: ['Gracias'],
  'h:Message-Id': [MESSAGE_ID],
  'v:relevo_id': [ID],
};

const header = (name: string, value: string) => ({ [`h:${name}`]: [value] });
const file = (name: string, type: string, content: string) => ({
  attachment: [`${name} ${type} ${content}`],
});
/** The envelope and the MIME take the place of the fields. */
const mime = (whole: object) => ({
  ...Object.fromEntries(Object.keys(base).map((name) => [name, undefined])),
  to: ['ana@cliente.example'],
  'v:relevo_id': [ID],
  message: [expect.objectContaining(whole)],
});

export const expected: Expected = {
  'text alone': {},
  'html alone': { text: undefined, html: ['<p>Gracias</p>'] },
  'text and html': { html: ['<p>Gracias</p>'] },
  // Garbled otherwise: https://anymail.dev/en/stable/esps/mailgun/
  'a name with comma, semicolon and accents': {
    to: ['=?UTF-8?Q?P=C3=A9rez=2C_Ana=3B_S=2EA=2E?= <ana@cliente.example>'],
  },
  'a quoted name with escapes': { to: ['"Ana \\"la jefa\\" Paz" <ana@cliente.example>'] },
  'an emoji in a name': { to: ['=?UTF-8?Q?=F0=9F=A6=A4_Dodo?= <ana@cliente.example>'] },
  "a comma in the sender's name": {
    from: ['=?UTF-8?Q?Cl=C3=ADnica_Norte=2C_S=2EA=2E?= <caja@clinica.example>'],
  },
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
  'a reply-to': header('Reply-To', '=?UTF-8?Q?Recepci=C3=B3n?= <lab@clinica.example>'),
  'two reply-to': header('Reply-To', 'lab@clinica.example, caja2@clinica.example'),
  // The form takes an inline file's name for its content id.
  'a picture within the text': mime({
    html: '<img src="cid:logo@clinica">',
    files: [{ name: 'logo.png', content: PNG, inline: true }],
  }),
  'a content id of 150 characters': mime({
    html: `<img src="cid:${LONG_ID}">`,
    files: [{ name: 'logo.png', content: PNG, inline: true }],
  }),
  'a file with a Spanish and Chinese name': file('recibo nº 13 领收.pdf', 'application/pdf', PDF),
  'a content type left out': file('recibo.pdf', 'application/pdf', PDF),
  'a content type with parameters': file('nota.txt', 'text/plain; charset=utf-8', 'SG9sYQ=='),
  // A form has no alternative parts.
  'an invitation': mime({ text: 'Gracias', files: [{ name: 'cita.ics', content: ICS, inline: false }] }),
  'an empty file': file('vacio.txt', 'text/plain', ''),
  'a program': file('setup.exe', 'application/octet-stream', PDF),
  'two tags': { 'o:tag': ['recibo', 'norte'] },
  metadata: { 'v:pedido': ['13'], 'v:cliente': ['c-7'] },
  'metadata in other letters': { 'v:cliente': ['Ana Pérez'] },
  'a header': header('X-Cliente', '13'),
  'a header in other letters': header('X-Cliente', '=?UTF-8?Q?Pe=C3=B1a?='),
  'one-click unsubscribe': {
    ...header('List-Unsubscribe', '<https://u.example/t/1>, <mailto:u@clinica.example>'),
    ...header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
  },
  'long references': {
    ...header('References', REFERENCES),
    ...header('In-Reply-To', '<message-29@mail.clinica.example>'),
  },
  'headers of importance': { ...header('X-Priority', '1'), ...header('Importance', 'high') },
  'a subject in other letters': { subject: ['Recibo nº 13 · 領収書 🦤'] },
  'a subject that looks encoded': { subject: [ENCODED_AGAIN] },
  'braces in a subject': { subject: ['Su código {{7*7}}'] },
  'braces in HTML': { html: ['<p>{{ contact.EMAIL }} {% now %}</p>'] },
  'international domains': {
    from: ['caja@xn--clnica-4va.example'],
    to: ['ana@xn--and-6ma2c.example'],
    'h:Message-Id': [`<${ID}@xn--clnica-4va.example>`],
  },
  'letters beyond ASCII before the @': 'local_part',
};
