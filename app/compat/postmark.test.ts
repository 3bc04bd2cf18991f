import { Errors, type Message, Models, ServerClient } from 'postmark';
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
  token = await makeToken(['messages:send', 'messages:read']);
});

const client = (key = token, path = '/compat/postmark') =>
  new ServerClient(key, { requestHost: url(path).replace('http://', ''), useHttps: false });
const PLAIN: Message = {
  From: 'clinic@example.com',
  To: 'ana@example.com',
  Subject: 'Receipt 13',
  TextBody: 'Thank you.',
};

describe('postmark, unmodified', () => {
  it('sends names, copies, files, an inline image, a tag and data', async () => {
    const sent = await client().sendEmail({
      From: '"Clínica, Centro" <clinic@example.com>',
      To: '"Gómez, Ana" <ana@example.com>, luis@example.com',
      Cc: 'boss@example.com',
      Bcc: 'archive@example.com',
      ReplyTo: 'front@example.com',
      Subject: 'Recibo nº 13',
      TextBody: 'Gracias, señora.',
      HtmlBody: '<p>Gracias <img src="cid:logo"></p>',
      Attachments: [
        {
          Name: 'recibo ñ.pdf',
          Content: Buffer.from('%PDF-1.4').toString('base64'),
          ContentType: 'application/pdf',
          ContentID: null,
        },
        {
          Name: 'logo.png',
          Content: Buffer.from('png').toString('base64'),
          ContentType: 'image/png',
          ContentID: 'cid:logo',
        },
      ],
      Tag: 'receipts',
      Metadata: { order: '77' },
      Headers: [{ Name: 'X-Client', Value: 'shop 2' }],
      TrackOpens: true,
      TrackLinks: Models.LinkTrackingOptions.None,
      MessageStream: 'outbound',
    });
    expect(sent).toMatchObject({
      ErrorCode: 0,
      Message: 'OK',
      To: '"Gómez, Ana" <ana@example.com>, luis@example.com',
      SubmittedAt: expect.stringMatching(/^\d{4}-/),
    });
    const [message] = await storedMessages(sent.MessageID);
    expect(message).toMatchObject({
      sender: 'clinic@example.com',
      sender_name: 'Clínica, Centro',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      tags: ['receipts'],
      category: 'transactional',
      metadata: { order: '77' },
      headers: { 'X-Client': 'shop 2' },
      reply_to: [{ email: 'front@example.com' }],
      tracking: { opens: true },
      files: [
        { filename: 'recibo ñ.pdf', content_type: 'application/pdf' },
        { filename: 'logo.png', content_id: 'logo' },
      ],
    });
    expect(message!.recipients.map(({ address, kind, name }) => [kind, address, name ?? null])).toEqual([
      ['to', 'ana@example.com', 'Gómez, Ana'],
      ['to', 'luis@example.com', null],
      ['cc', 'boss@example.com', null],
      ['bcc', 'archive@example.com', null],
    ]);
  });

  it('sends a batch, each by itself, in order', async () => {
    const before = await countStored();
    const [first, second, third] = await client().sendEmailBatch([
      PLAIN,
      { ...PLAIN, To: 'luis@@example' },
      { ...PLAIN, To: 'eva@example.com' },
    ]);
    expect([first!.ErrorCode, third!.ErrorCode]).toEqual([0, 0]);
    expect(second).toEqual({ ErrorCode: 300, Message: expect.stringMatching(/^To: /) });
    expect(await countStored()).toBe(before + 2);
  });

  it('sends templates by our key, one or many', async () => {
    const { key } = await makeTemplate();
    const { From, To } = PLAIN;
    const mail = { From, To, TemplateAlias: key, TemplateModel: LOW_BALANCE };
    const { MessageID } = await client().sendEmailWithTemplate(mail);
    expect((await storedMessages(MessageID))[0]!.template!.variables).toMatchObject({
      student_name: 'Sofía',
    });
    const two = await client().sendEmailBatchWithTemplates([mail, { ...mail, TemplateAlias: 'none' }]);
    expect(two.map(({ ErrorCode }) => ErrorCode)).toEqual([0, 1101]);
    await expect(client().sendEmailWithTemplate({ ...mail, TemplateModel: {} })).rejects.toMatchObject({
      statusCode: 422,
      message: expect.stringContaining('TemplateModel.student_name'),
    });
  });

  it('looks at what it sent', async () => {
    const { MessageID } = await client().sendEmail({ ...PLAIN, Tag: 'receipts' });
    const seen = await client().getOutboundMessageDetails(MessageID);
    expect(seen).toMatchObject({
      MessageID,
      Subject: 'Receipt 13',
      TextBody: 'Thank you.',
      Tag: 'receipts',
      Status: 'Queued',
      Recipients: ['ana@example.com'],
      MessageEvents: [],
    });
  });

  it('hears of a wrong key, a bad address, a rate limit and what is not there as errors of their kind', async () => {
    await expect(client('wrong').sendEmail(PLAIN)).rejects.toBeInstanceOf(Errors.InvalidAPIKeyError);
    const bad = client().sendEmail({ ...PLAIN, To: 'nobody' });
    await expect(bad).rejects.toBeInstanceOf(Errors.InvalidEmailRequestError);
    await expect(bad).rejects.toMatchObject({ code: 300, statusCode: 422 });
    const limited = await createToken(testContext, {
      name: 'postmark limited',
      scopes: ['messages:send'],
      limits: { minute: 1 },
    });
    await client(limited.token).sendEmail(PLAIN);
    await expect(client(limited.token).sendEmail(PLAIN)).rejects.toBeInstanceOf(
      Errors.RateLimitExceededError,
    );
    await expect(client().getServer()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('may be told another host only', async () => {
    expect(await client(token, '').sendEmail(PLAIN)).toMatchObject({ ErrorCode: 0 });
  });
});
