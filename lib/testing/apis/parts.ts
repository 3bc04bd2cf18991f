import { expect } from 'vitest';
import type { makeMessage } from '../factories';
import type { Whole } from './whole';

const APIS = ['sendgrid', 'mailgun', 'ses', 'brevo', 'postmark', 'resend'];
const pdf = Buffer.from('%PDF-1.7 recibo').toString('base64');
const ics = Buffer.from('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n').toString('base64');
const png = Buffer.from('\x89PNG', 'latin1').toString('base64');
export const to = [{ email: 'ana@cliente.example' }];

/** What is given, and what must arrive of it; who cannot carry it. */
export const PARTS: Record<
  string,
  { given: Parameters<typeof makeMessage>[0]; arrives: Partial<Whole>; not?: string[] }
> = {
  names: {
    given: {
      from: { email: 'caja@clinica.example', name: 'Clínica Ñandú, S.A. "Norte"' },
      to: [
        { email: 'ana@cliente.example', name: 'Pérez, Ana; S.A.' },
        { email: 'li@cliente.example', name: '李' },
      ],
    },
    arrives: {
      from: { email: 'caja@clinica.example', name: 'Clínica Ñandú, S.A. "Norte"' },
      to: [
        { email: 'ana@cliente.example', name: 'Pérez, Ana; S.A.' },
        { email: 'li@cliente.example', name: '李' },
      ],
    },
  },
  'a name that looks encoded': {
    given: { to: [{ email: 'ana@cliente.example', name: '=?utf-8?Q?a=0D=0Ab?=' }] },
    arrives: { to: [{ email: 'ana@cliente.example', name: '=?utf-8?Q?a=0D=0Ab?=' }] },
  },
  copies: {
    given: { cc: ['ben@cliente.example'], bcc: ['eva@cliente.example'] },
    arrives: { to, cc: [{ email: 'ben@cliente.example' }], bcc: ['eva@cliente.example'] },
  },
  'the same person in two fields': {
    given: { cc: ['Ana@cliente.example', 'ben@cliente.example'] },
    arrives: { to, cc: expect.arrayContaining([{ email: 'ben@cliente.example' }]) },
  },
  'reply-to': {
    given: { replyTo: { email: 'caja@clinica.example', name: 'Recepción' } },
    arrives: { replyTo: [{ email: 'caja@clinica.example', name: 'Recepción' }] },
  },
  'two reply-to': {
    given: { replyTo: ['caja@clinica.example', 'lab@clinica.example'] },
    arrives: { replyTo: [{ email: 'caja@clinica.example' }, { email: 'lab@clinica.example' }] },
    not: ['brevo'],
  },
  headers: {
    given: {
      headers: {
        'X-Cliente': '13',
        'List-Unsubscribe': '<https://u.example/?n=Peña>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        References: '<a@b.example>, <c@ñ.example>',
      },
    },
    arrives: {
      headers: {
        'x-cliente': '13',
        'list-unsubscribe': '<https://u.example/?n=Pe%C3%B1a>',
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
        references: '<a@b.example> <c@xn--ida.example>',
      },
    },
  },
  'other letters in a header': {
    given: { headers: { 'X-Cliente': 'Peña, Ñoño' } },
    arrives: { headers: { 'x-cliente': 'Peña, Ñoño' } },
    not: ['brevo'],
  },
  'a long name': {
    given: { to: [{ email: 'ana@cliente.example', name: 'Ana '.repeat(18).trim() }] },
    arrives: { to: [{ email: 'ana@cliente.example', name: 'Ana '.repeat(18).trim() }] },
    not: ['brevo'],
  },
  files: {
    given: {
      attachments: [
        { filename: 'recibo ñ 领收.pdf', contentType: 'application/pdf', content: pdf },
        { filename: 'datos.csv', content: pdf },
      ],
    },
    arrives: {
      files: [
        { name: 'recibo ñ 领收.pdf', content: pdf, inline: false },
        { name: 'datos.csv', content: pdf, inline: false },
      ],
    },
  },
  'a picture within': {
    given: {
      html: '<img src="cid:logo">',
      attachments: [{ filename: 'logo.png', contentType: 'image/png', content: png, contentId: 'logo' }],
    },
    arrives: { files: [{ name: 'logo.png', content: png, inline: true }] },
    not: ['brevo'],
  },
  invitation: {
    given: {
      attachments: [
        { filename: 'cita.ics', contentType: 'text/calendar; method=REQUEST; charset=UTF-8', content: ics },
      ],
    },
    arrives: { files: [{ name: 'cita.ics', content: ics, inline: false }] },
  },
  'an empty file': {
    given: { attachments: [{ filename: 'vacio.txt', content: '' }] },
    arrives: { files: [{ name: 'vacio.txt', content: '', inline: false }] },
    not: ['sendgrid', 'brevo', 'resend'],
  },
  'a database': {
    given: { attachments: [{ filename: 'datos.mdb', content: pdf }] },
    arrives: { files: [{ name: 'datos.mdb', content: pdf, inline: false }] },
    not: ['ses', 'postmark', 'resend', 'brevo'],
  },
  labels: {
    given: { tags: ['recibo', 'norte'], metadata: { order: '13', client: 'x-7' } },
    arrives: { labels: ['recibo', 'norte', '13', 'x-7'] },
  },
  'long metadata': {
    given: { tags: ['norte'], metadata: { 'number-of-the-invoice': '13' } },
    arrives: { labels: ['13'] },
    not: ['postmark'],
  },
  'much metadata': {
    given: {
      metadata: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`k${at}`, 'x'.repeat(70)])),
    },
    arrives: { labels: ['x'.repeat(70)] },
    not: ['postmark', 'brevo'],
  },
  'metadata in other letters': {
    given: { metadata: { cliente: 'Ana Pérez' } },
    arrives: {},
  },
  'other letters': {
    given: { to: ['ana@ñandú.example'], subject: 'Recibo nº 13 · 領収書 🦤', text: 'Gracias, Ñoño 🦤' },
    arrives: { to: [{ email: 'ana@xn--and-6ma2c.example' }], text: 'Gracias, Ñoño 🦤' },
  },
  'letters before the @': {
    given: { to: ['josé@cliente.example'] },
    arrives: { to: [{ email: 'josé@cliente.example' }] },
    not: APIS,
  },
};
