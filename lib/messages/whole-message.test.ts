import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { closeAdapters } from '@/lib/providers/registry';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import * as brevo from '@/lib/testing/apis/brevo';
import * as mailgun from '@/lib/testing/apis/mailgun';
import * as postmark from '@/lib/testing/apis/postmark';
import * as resend from '@/lib/testing/apis/resend';
import * as sendgrid from '@/lib/testing/apis/sendgrid';
import * as ses from '@/lib/testing/apis/ses';
import { readMime, WHOLE, type Whole } from '@/lib/testing/apis/whole';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { listen, startMailServer } from '@/lib/testing/smtp-server';
import { deliverMessages } from './deliver';
import { getMessage } from './get';

/**
 * A failover hands over everything: from every kind to every other, each part either arrives as it was given or is known beforehand not to
 * be carried. The fakes refuse what the real ones document that they refuse.
 */
useTestDatabase();
useOneTry();
allowLoopbackTargets();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  expect(await findViolations(sql())).toEqual([]);
});

type Api = {
  settings?: Record<string, unknown>;
  secrets: Record<string, string>;
  accepted: { status: number; body?: unknown; headers?: Record<string, string> };
};
const APIS: Record<string, Api> = {
  sendgrid: {
    secrets: { apiKey: sendgrid.KEY },
    accepted: { status: 202, headers: { 'x-message-id': '1' } },
  },
  mailgun: {
    settings: { domain: mailgun.DOMAIN },
    secrets: { apiKey: mailgun.KEY },
    accepted: { status: 200, body: { id: '<1@mg.example.com>', message: 'Queued. Thank you.' } },
  },
  ses: {
    settings: { region: ses.REGION },
    secrets: ses.KEYS,
    accepted: { status: 200, body: { MessageId: '1' } },
  },
  brevo: { secrets: { apiKey: brevo.KEY }, accepted: { status: 201, body: { messageId: '<1@mailin.fr>' } } },
  postmark: {
    secrets: { apiKey: postmark.TOKEN },
    accepted: { status: 200, body: { MessageID: '1', ErrorCode: 0, Message: 'OK' } },
  },
  resend: {
    secrets: { apiKey: resend.KEY },
    accepted: { status: 200, body: { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' } },
  },
};
const KINDS = ['smtp', 'sandbox', ...Object.keys(APIS)];

const pdf = Buffer.from('%PDF-1.7 recibo').toString('base64');
const ics = Buffer.from('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n').toString('base64');
const png = Buffer.from('\x89PNG', 'latin1').toString('base64');
const to = [{ email: 'ana@cliente.example' }];

/** What is given, and what must arrive of it; who cannot carry it. */
const PARTS: Record<
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
        'X-Cliente': 'Peña, Ñoño',
        'List-Unsubscribe': '<https://u.example/?n=Peña>',
        References: '<a@b.example>, <c@ñ.example>',
      },
    },
    arrives: {
      headers: {
        'x-cliente': 'Peña, Ñoño',
        'list-unsubscribe': '<https://u.example/?n=Pe%C3%B1a>',
        references: '<a@b.example> <c@xn--ida.example>',
      },
    },
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
  'other letters': {
    given: { to: ['ana@ñandú.example'], subject: 'Recibo nº 13 · 領収書 🦤', text: 'Gracias, Ñoño 🦤' },
    arrives: { to: [{ email: 'ana@xn--and-6ma2c.example' }], text: 'Gracias, Ñoño 🦤' },
  },
  'letters before the @': {
    given: { to: ['josé@cliente.example'] },
    arrives: { to: [{ email: 'josé@cliente.example' }] },
    not: Object.keys(APIS),
  },
};

const worker = newId();

it.each(KINDS)('%s takes over from every other kind', { timeout: 120_000 }, async (kind) => {
  const { name: second, arrived } = await makeUp(kind);
  for (const first of await Promise.all(KINDS.filter((each) => each !== kind).map(makeDown))) {
    const sent = await Promise.all(
      Object.entries(PARTS).map(async ([part, { given, arrives, not = [] }]) => {
        const subject = `${given?.subject ?? 'Recibo'} ${newId()}`;
        const { id } = await makeMessage({
          to,
          text: 'Gracias.',
          ...given,
          subject,
          providers: [first, second],
        });
        return { part, id, subject, arrives, isCarried: !not.includes(kind) };
      }),
    );
    await deliverMessages(
      worker,
      sent.map(({ id }) => id),
    );
    for (const { part, id, subject, arrives, isCarried } of sent) {
      const message = await getMessage(testContext, id);
      const told = { part, first, status: message.status, by: message.attempts.at(-1)?.provider };
      if (!isCarried) {
        expect(told).not.toMatchObject({ by: second });
        expect(await arrived(subject)).toBeUndefined();
        continue;
      }
      expect(told).toEqual({ part, first, status: 'sent', by: second });
      const whole = await arrived(subject);
      if (whole) expectWhole(whole, arrives, part);
    }
  }
});

/** Text of a message loses its last line break on some ways; labels may stand together with others. */
function expectWhole(whole: Whole, { labels, ...arrives }: Partial<Whole>, part: string): void {
  const text = whole.text?.trim();
  expect({ part, ...whole, text }).toMatchObject({ part, ...arrives });
  if (labels && whole.labels) expect(whole.labels.join(' ')).toMatch(/norte/);
  if (labels && whole.labels) for (const label of labels) expect(whole.labels.join(' ')).toContain(label);
}

type Up = { name: string; arrived: (subject: string) => Promise<Whole | undefined> };

async function makeUp(kind: string): Promise<Up> {
  if (kind === 'sandbox') return { name: (await makeProvider()).name, arrived: async () => undefined };
  if (kind === 'smtp') {
    const { port, mails } = await startMailServer();
    const settings = { host: '127.0.0.1', port, security: 'none' };
    const find = async (subject: string) =>
      (await Promise.all(mails.map(({ raw, to: envelope }) => readMime(raw, envelope)))).find(
        (whole) => whole.subject === subject,
      );
    return { name: (await makeProvider({ kind: 'smtp', settings })).name, arrived: find };
  }
  const { settings, secrets, accepted } = APIS[kind]!;
  const wholes: Whole[] = [];
  const server = await startApiServer(async (call) => {
    wholes.push(await WHOLE[kind]!(call));
    return accepted;
  });
  const made = await makeProvider({
    kind: kind as 'sendgrid',
    settings: { ...settings, endpoint: server.url },
    secrets,
  });
  return { name: made.name, arrived: async (subject) => wholes.find((whole) => whole.subject === subject) };
}

/** One that cannot be reached, however often it is tried. */
async function makeDown(kind: string): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  const { settings, secrets } = APIS[kind] ?? {};
  const made = await makeProvider({
    kind: kind as 'smtp',
    settings:
      kind === 'sandbox'
        ? { behaviour: 'down' }
        : kind === 'smtp'
          ? { host: '127.0.0.1', port, security: 'none' }
          : { ...settings, endpoint: `http://127.0.0.1:${port}` },
    secrets,
    overrides: { breaker: { failures: 1000 } },
  });
  return made.name;
}
