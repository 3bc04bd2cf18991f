import FormDataPackage from 'form-data';
import Mailgun from 'mailgun.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { countStored, serveCompat, storedMessages } from '@/lib/testing/compat';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { LOW_BALANCE, makeTemplate } from '@/lib/testing/templates';
import { createToken } from '@/lib/tokens/create';
import { directRoute } from '@/server/direct-routes';

useTestDatabase();
const { url } = serveCompat(directRoute);
let token: string;
let reader: string;
beforeAll(async () => {
  await makeProvider();
  token = await makeToken(['messages:send']);
  reader = await makeToken(['messages:send', 'messages:read']);
});

const DOMAIN = 'example.com';
/** Its two ways of sending a form differ in how they write one. */
const WAYS = {
  'form-data': [FormDataPackage, false],
  'the FormData of Node': [FormData, true],
} as const;

function client(way: keyof typeof WAYS = 'form-data', key = token, path = '/compat/mailgun') {
  const [form, useFetch] = WAYS[way];
  return new Mailgun(form as never).client({ username: 'api', key, url: url(path), useFetch }).messages;
}

const PLAIN = {
  to: 'ana@example.com',
  from: 'clinic@example.com',
  subject: 'Receipt 13',
  text: 'Thank you.',
};
const idIn = ({ id }: { id?: string }) => /^<([\w-]{36})@example\.com>$/.exec(id ?? '')![1]!;

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('mailgun.js with %s, unmodified', (way) => {
  it('sends names, copies, files, an inline image, tags, data and a schedule', async () => {
    const at = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000);
    const file = (data: string, filename: string) =>
      way === 'form-data' ? { data: Buffer.from(data), filename } : { data: new Blob([data]), filename };
    const sent = await client(way).create(DOMAIN, {
      from: '"Clínica, Centro" <clinic@example.com>',
      to: ['"Gómez, Ana" <ana@example.com>', 'luis@example.com'],
      cc: 'boss@example.com',
      bcc: ['archive@example.com'],
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      html: '<p>Gracias <img src="cid:logo.png"></p>',
      attachment: [file('%PDF-1.4', 'recibo ñ.pdf')],
      inline: [file('png', 'logo.png')],
      'o:tag': ['receipts', 'año nuevo'],
      'o:deliverytime': at.toUTCString(),
      'o:tracking-opens': 'yes',
      'o:tracking-clicks': 'no',
      'h:Reply-To': 'front@example.com',
      'h:X-Client': 'shop 2',
      'v:order': '77',
    });
    expect(sent).toMatchObject({ status: 200, message: 'Queued. Thank you.' });
    const [message] = await storedMessages(idIn(sent));
    expect(message).toMatchObject({
      status: 'scheduled',
      scheduled_at: at,
      sender: 'clinic@example.com',
      sender_name: 'Clínica, Centro',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      tags: ['receipts', 'ano-nuevo'],
      metadata: { order: '77', 'tag-2': 'año nuevo' },
      headers: { 'X-Client': 'shop 2' },
      reply_to: [{ email: 'front@example.com' }],
      tracking: { opens: true },
      files: [
        { filename: 'recibo ñ.pdf', content: Buffer.from('%PDF-1.4').toString('base64'), content_id: null },
        { filename: 'logo.png', content_id: 'logo.png' },
      ],
    });
    expect(message!.recipients.map(({ address, kind, name }) => [kind, address, name ?? null])).toEqual([
      ['to', 'ana@example.com', 'Gómez, Ana'],
      ['to', 'luis@example.com', null],
      ['cc', 'boss@example.com', null],
      ['bcc', 'archive@example.com', null],
    ]);
  });

  it('sends to each their own, all or none', async () => {
    const before = await countStored();
    const batch = {
      ...PLAIN,
      to: ['ana@example.com', 'luis@example.com'],
      subject: 'Hello %recipient.first%',
      text: 'Order %recipient.order%, %recipient.none%',
      'recipient-variables': JSON.stringify({
        'ana@example.com': { first: 'Ana', order: 1 },
        'luis@example.com': { first: 'Luis', order: 2 },
      }),
    };
    const first = idIn(await client(way).create(DOMAIN, batch));
    expect(await countStored()).toBe(before + 2);
    expect((await storedMessages(first))[0]).toMatchObject({
      subject: 'Hello Ana',
      text: 'Order 1, %recipient.none%',
      recipients: [{ address: 'ana@example.com', kind: 'to' }],
    });
    await expect(
      client(way).create(DOMAIN, { ...batch, to: ['ana@example.com', 'luis@@example'] }),
    ).rejects.toMatchObject({ status: 400, details: expect.stringMatching(/^to: /) });
    expect(await countStored()).toBe(before + 2);
  });

  it('makes no gigabytes of a small form', async () => {
    const sending = client(way).create(DOMAIN, {
      ...PLAIN,
      to: ['ana@example.com'],
      text: '%recipient.long%'.repeat(600),
      'recipient-variables': JSON.stringify({ 'ana@example.com': { long: 'x'.repeat(100_000) } }),
    });
    await expect(sending).rejects.toMatchObject({ status: 413 });
  });

  it('sends a mail that its program wrote, to whom the form says', async () => {
    const mail = [
      'From: Clinic <clinic@example.com>',
      'To: Ana <ana@example.com>',
      'Bcc: secret@example.com',
      'Subject: Receipt 13',
      'Message-ID: <13@shop>',
      '',
      'Thank you.',
    ].join('\r\n');
    const sent = await client(way).create(DOMAIN, {
      to: ['ana@example.com', 'archive@example.com'],
      message: way === 'form-data' ? Buffer.from(mail) : new Blob([mail]),
      'o:tag': 'receipts',
    });
    const [message] = await storedMessages(idIn(sent));
    expect(message).toMatchObject({
      subject: 'Receipt 13',
      text: expect.stringContaining('Thank you.'),
      tags: ['receipts'],
    });
    expect(message!.recipients.map(({ address, kind }) => [kind, address])).toEqual([
      ['to', 'ana@example.com'],
      ['bcc', 'archive@example.com'],
    ]);
  });

  it('hears of a wrong key, a bad address and a rate limit as it expects', async () => {
    await expect(client(way, 'key-wrong').create(DOMAIN, PLAIN)).rejects.toMatchObject({
      status: 401,
      details: 'Forbidden',
    });
    await expect(client(way).create(DOMAIN, { ...PLAIN, to: 'nobody' })).rejects.toMatchObject({
      status: 400,
      details: expect.stringMatching(/^to: /),
    });
    const limited = await createToken(testContext, {
      name: `mailgun limited ${way}`,
      scopes: ['messages:send'],
      limits: { minute: 1 },
    });
    await client(way, limited.token).create(DOMAIN, PLAIN);
    await expect(client(way, limited.token).create(DOMAIN, PLAIN)).rejects.toMatchObject({ status: 429 });
  });
});

describe('mailgun.js', () => {
  it('fills in a template by what is kept beside a message, as Bamboo does', async () => {
    const { key } = await makeTemplate();
    const { student_name, ...others } = LOW_BALANCE;
    const sent = await client().create(DOMAIN, {
      from: PLAIN.from,
      to: PLAIN.to,
      template: key,
      'h:X-Mailgun-Variables': JSON.stringify({ ...others, student_name: 'Nobody' }),
      'v:student_name': student_name,
    });
    const [message] = await storedMessages(idIn(sent));
    expect(message!.template!.variables).toMatchObject({ ...others, student_name });
    expect(message!.metadata).toMatchObject({ student_name });
  });

  it('sends a template by our key', async () => {
    const { key } = await makeTemplate();
    const { to, from } = PLAIN;
    const sent = await client().create(DOMAIN, {
      to,
      from,
      template: key,
      't:variables': JSON.stringify(LOW_BALANCE),
    });
    expect((await storedMessages(idIn(sent)))[0]!.template!.variables).toMatchObject({
      student_name: 'Sofía',
    });
  });

  it('sends to sandboxes alone what is a test', async () => {
    const sent = await client().create(DOMAIN, { ...PLAIN, 'o:testmode': 'yes' });
    const { sql } = await import('@/lib/database/db');
    expect(await sql()`select test from messages where id = ${idIn(sent)}`).toEqual([{ test: true }]);
  });

  it('is told of a repetition nothing new', async () => {
    const send = () => client().create(DOMAIN, { ...PLAIN, 'h:Idempotency-Key': 'receipt-13' });
    expect((await send()).id).toBe((await send()).id);
  });

  it('looks at what became of it', async () => {
    const { id } = await client('form-data', reader).create(DOMAIN, PLAIN);
    const events = new Mailgun(FormDataPackage as never).client({
      username: 'api',
      key: reader,
      url: url('/compat/mailgun'),
    }).events;
    const { items } = await events.get(DOMAIN, { 'message-id': id!.slice(1, -1) });
    expect(items).toMatchObject([
      {
        event: 'accepted',
        recipient: 'ana@example.com',
        timestamp: expect.any(Number),
        message: { headers: { 'message-id': id!.slice(1, -1) } },
      },
    ]);
    await expect(events.get(DOMAIN, { 'message-id': 'none' })).rejects.toMatchObject({ status: 404 });
  });

  it('may be told another host only', async () => {
    expect(await client('form-data', token, '').create(DOMAIN, PLAIN)).toMatchObject({ status: 200 });
  });
});
