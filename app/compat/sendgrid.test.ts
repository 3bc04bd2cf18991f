import sendgridMail from '@sendgrid/mail';
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
beforeAll(async () => {
  await makeProvider();
  token = await makeToken(['messages:send']);
});

type Mailer = typeof sendgridMail & { client: { setDefaultRequest: (key: string, value: string) => void } };
/** What its types do not tell. */
const { MailService } = sendgridMail as unknown as { MailService: new () => Mailer };

/** As https://github.com/sendgrid/sendgrid-nodejs tells to send elsewhere; the key first, which sets the address back. */
function client(key = token, base = '/compat/sendgrid/'): Mailer {
  const service = new MailService();
  service.setApiKey(key);
  service.client.setDefaultRequest('baseUrl', url(base));
  return service;
}

/** Anew for each: the client writes into what it is given. */
const plain = () => ({
  to: 'ana@example.com',
  from: 'clinic@example.com',
  subject: 'Receipt 13',
  text: 'Thank you.',
});
type Refused = { code: number; response: { body: { errors: { field: string }[] } } };
const idOf = ([response]: [{ headers: Record<string, string> }, object]) => response.headers['x-message-id']!;

const refusalOf = (sending: Promise<unknown>) =>
  sending.then(
    () => expect.unreachable('was sent'),
    (error: Refused) => error,
  );

describe('@sendgrid/mail, unmodified', () => {
  it('sends names, copies, files, an inline image, tags and a schedule', async () => {
    const sendAt = Math.floor(Date.now() / 1000) + 3600;
    const answer = await client().send({
      to: [{ email: 'ana@example.com', name: 'Gómez, Ana' }, 'luis@example.com'],
      cc: 'boss@example.com',
      bcc: ['archive@example.com'],
      from: { email: 'clinic@example.com', name: 'Clínica, Centro' },
      replyTo: 'front@example.com',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      html: '<p>Gracias <img src="cid:logo"></p>',
      attachments: [
        {
          filename: 'recibo ñ.pdf',
          type: 'application/pdf',
          content: Buffer.from('%PDF-1.4').toString('base64'),
        },
        {
          filename: 'logo.png',
          type: 'image/png',
          disposition: 'inline',
          contentId: 'logo',
          content: Buffer.from('png').toString('base64'),
        },
      ],
      categories: ['receipts', 'año nuevo'],
      customArgs: { order: '77' },
      headers: { 'X-Client': 'shop 2' },
      sendAt,
      trackingSettings: {
        clickTracking: { enable: false, enableText: false },
        openTracking: { enable: true },
      },
    });
    expect(answer[0].statusCode).toBe(202);
    expect(answer[0].body).toBe('');
    const [message] = await storedMessages(idOf(answer));
    expect(message).toMatchObject({
      status: 'scheduled',
      sender: 'clinic@example.com',
      sender_name: 'Clínica, Centro',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      html: '<p>Gracias <img src="cid:logo"></p>',
      tags: ['receipts', 'ano-nuevo'],
      metadata: { order: '77', 'category-2': 'año nuevo' },
      headers: { 'X-Client': 'shop 2' },
      reply_to: [{ email: 'front@example.com' }],
      tracking: { opens: true },
      scheduled_at: new Date(sendAt * 1000),
      files: [
        { filename: 'recibo ñ.pdf', content_type: 'application/pdf', content_id: null },
        { filename: 'logo.png', content_type: 'image/png', content_id: 'logo' },
      ],
    });
    expect(message!.recipients.map(({ address, kind, name }) => [kind, address, name ?? null])).toEqual([
      ['to', 'ana@example.com', 'Gómez, Ana'],
      ['to', 'luis@example.com', null],
      ['cc', 'boss@example.com', null],
      ['bcc', 'archive@example.com', null],
    ]);
  });

  it('takes files whose base64 stands in lines, small and large, for each of several', async () => {
    const files = [Buffer.alloc(100, 'a'), Buffer.alloc(1_200_000, 'b')];
    const attachments = files.map((file, index) => ({
      filename: `${index}.txt`,
      content: file.toString('base64').replace(/.{76}/g, '$&\r\n'),
    }));
    const to = ['ana@example.com', 'luis@example.com'];
    const id = idOf(await client().sendMultiple({ ...plain(), to, attachments }));
    const [message] = await storedMessages(id);
    expect(message!.files.map(({ content }) => Buffer.from(content, 'base64'))).toEqual(files);
    const wrong = [{ filename: 'a.txt', content: 'no base64!' }];
    const { code } = await refusalOf(client().send({ ...plain(), attachments: wrong }));
    expect(code).toBe(400);
  });

  it('sends to several apart, all of them or none', async () => {
    const before = await countStored();
    await client().sendMultiple({ ...plain(), to: ['ana@example.com', 'luis@example.com'] });
    expect(await countStored()).toBe(before + 2);
    const refused = await refusalOf(
      client().sendMultiple({ ...plain(), to: ['ana@example.com', 'luis@@example'] }),
    );
    expect(refused.code).toBe(400);
    expect(refused.response.body.errors[0]?.field).toBe('personalizations.1.to.0.email');
    expect(await countStored()).toBe(before + 2);
  });

  it('sends a template by our key', async () => {
    const { key } = await makeTemplate();
    const answer = await client().send({
      to: 'ana@example.com',
      from: 'clinic@example.com',
      templateId: `d-${key}`,
      dynamicTemplateData: LOW_BALANCE,
    } as never);
    const [message] = await storedMessages(idOf(answer));
    expect(message!.template!.variables).toMatchObject({ student_name: 'Sofía' });
    const unknown = await refusalOf(client().send({ ...plain(), templateId: 'd-none' } as never));
    expect([unknown.code, unknown.response.body.errors[0]?.field]).toEqual([400, 'template_id']);
  });

  it('only looks whether it would send, in sandbox mode', async () => {
    const before = await countStored();
    const sandbox = { mailSettings: { sandboxMode: { enable: true } } };
    const [{ statusCode }] = await client().send({ ...plain(), ...sandbox });
    expect(statusCode).toBe(200);
    await expect(client().send({ ...plain(), to: 'nobody', ...sandbox })).rejects.toMatchObject({
      code: 400,
    });
    expect(await countStored()).toBe(before);
  });

  it('is told of a repetition nothing new', async () => {
    const send = () => client().send({ ...plain(), headers: { 'Idempotency-Key': 'receipt-13' } });
    expect(idOf(await send())).toBe(idOf(await send()));
  });

  it('hears of a wrong key, a missing scope, a sender that is not allowed and a rate limit as it expects', async () => {
    await expect(client('SG.wrong').send(plain())).rejects.toMatchObject({
      code: 401,
      response: {
        body: { errors: [{ message: expect.stringContaining('authorization grant'), field: null }] },
      },
    });
    await expect(client(await makeToken(['messages:read'])).send(plain())).rejects.toMatchObject({
      code: 403,
    });
    const make = (input: object) =>
      createToken(testContext, { name: `sg ${Math.random()}`, scopes: ['messages:send'], ...input } as never);
    const bound = await make({ fromDomains: ['shop.example'] });
    await expect(client(bound.token).send(plain())).rejects.toMatchObject({
      code: 403,
      response: { body: { errors: [{ field: 'from' }] } },
    });
    const limited = await make({ limits: { minute: 1 } });
    await client(limited.token).send(plain());
    await expect(client(limited.token).send(plain())).rejects.toMatchObject({
      code: 429,
      response: { headers: { 'retry-after': expect.any(String) } },
    });
  });

  it('may be told another host only', async () => {
    const [{ statusCode }] = await client(token, '/').send(plain());
    expect(statusCode).toBe(202);
  });
});
