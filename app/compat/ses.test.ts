import {
  GetMessageInsightsCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { countStored, serveCompat, storedMessages } from '@/lib/testing/compat';
import { ses, signed } from '@/lib/testing/compat-fields/ses';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { LOW_BALANCE, makeTemplate } from '@/lib/testing/templates';
import { createAccessKey, removeAccessKey } from '@/lib/tokens/access-keys';
import { createToken } from '@/lib/tokens/create';
import { getToken } from '@/lib/tokens/get';
import { revokeToken } from '@/lib/tokens/revoke';
import { flushTokenUse } from '@/lib/tokens/usage';
import { directRoute } from '@/server/direct-routes';

useTestDatabase();
const { url } = serveCompat(directRoute);
type Pair = { accessKeyId: string; secretAccessKey: string };
let pair: Pair;
beforeAll(async () => {
  await makeProvider();
  ({ pair } = await makePair());
});

async function makePair(input: object = {}): Promise<{ id: string; pair: Pair }> {
  const scopes: ['messages:send'] = ['messages:send'];
  const { id } = await createToken(testContext, { name: `ses ${Math.random()}`, scopes, ...input } as never);
  return { id, pair: await createAccessKey(testContext, { id }) };
}

function send(input: Partial<SendEmailCommandInput>, credentials = pair, path = '/compat/ses') {
  const client = new SESv2Client({ endpoint: url(path), region: 'us-east-1', credentials, maxAttempts: 1 });
  return client.send(new SendEmailCommand({ ...PLAIN, ...input }));
}

const PLAIN: SendEmailCommandInput = {
  FromEmailAddress: 'clinic@example.com',
  Destination: { ToAddresses: ['ana@example.com'] },
  Content: { Simple: { Subject: { Data: 'Receipt 13' }, Body: { Text: { Data: 'Thank you.' } } } },
};

describe('@aws-sdk/client-sesv2, unmodified', () => {
  it('sends names, copies, files, an inline image and tags', async () => {
    const { MessageId, $metadata } = await send({
      FromEmailAddress: '"Clínica, Centro" <clinic@example.com>',
      Destination: {
        ToAddresses: ['"Gómez, Ana" <ana@example.com>', 'luis@example.com'],
        CcAddresses: ['boss@example.com'],
        BccAddresses: ['archive@example.com'],
      },
      ReplyToAddresses: ['front@example.com'],
      Content: {
        Simple: {
          Subject: { Data: 'Recibo nº 13', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Gracias, señora.' }, Html: { Data: '<p>Gracias <img src="cid:logo"></p>' } },
          Headers: [{ Name: 'X-Client', Value: 'shop 2' }],
          Attachments: [
            { FileName: 'recibo ñ.pdf', RawContent: Buffer.from('%PDF-1.4'), ContentType: 'application/pdf' },
            {
              FileName: 'logo.png',
              RawContent: Buffer.from('png'),
              ContentId: 'logo',
              ContentDisposition: 'INLINE',
            },
          ],
        },
      },
      EmailTags: [{ Name: 'order', Value: '77' }],
      ConfigurationSetName: 'mine',
    });
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.any(String) });
    const [message] = await storedMessages(MessageId!);
    expect(message).toMatchObject({
      sender: 'clinic@example.com',
      sender_name: 'Clínica, Centro',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      metadata: { order: '77', ConfigurationSetName: 'mine' },
      headers: { 'X-Client': 'shop 2' },
      reply_to: [{ email: 'front@example.com' }],
      files: [
        { filename: 'recibo ñ.pdf', content: Buffer.from('%PDF-1.4').toString('base64') },
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

  it('sends a mail that its program wrote, to the destination or to whom it names', async () => {
    const Data = Buffer.from(
      'From: clinic@example.com\r\nTo: ana@example.com\r\nBcc: archive@example.com\r\nSubject: Receipt 13\r\n\r\nThank you.\r\n',
    );
    const asked = { FromEmailAddress: undefined, Content: { Raw: { Data } } };
    const named = await send({ ...asked, Destination: undefined });
    const [first] = await storedMessages(named.MessageId!);
    expect(first!.recipients.map(({ address, kind }) => [kind, address])).toEqual([
      ['to', 'ana@example.com'],
      ['bcc', 'archive@example.com'],
    ]);
    expect(JSON.stringify(first!.headers)).not.toContain('archive');
    const told = await send({ ...asked, Destination: { ToAddresses: ['ana@example.com'] } });
    expect((await storedMessages(told.MessageId!))[0]!.recipients).toHaveLength(1);
  });

  it('holds a token to whom a mail itself is from, whatever stands beside it', async () => {
    const { pair: own } = await makePair({ fromDomains: ['example.com'] });
    const mailOf = (from: string) => ({
      Content: { Raw: { Data: Buffer.from(`From: ${from}\r\nSubject: Receipt\r\n\r\nThank you.\r\n`) } },
    });
    await expect(send(mailOf('boss@elsewhere.example'), own)).rejects.toMatchObject({
      name: 'MessageRejected',
    });
    const beside = { FromEmailAddress: 'bounces@elsewhere.example' };
    const { MessageId } = await send({ ...mailOf('clinic@example.com'), ...beside }, own);
    expect((await storedMessages(MessageId!))[0]!.sender).toBe('clinic@example.com');
  });

  it('does not send a mail as it was written where something else is asked for beside it', async () => {
    const Data = Buffer.from('From: clinic@example.com\r\nSubject: Receipt\r\n\r\nThank you.\r\n');
    const rawOf = async (input: Partial<SendEmailCommandInput>) => {
      const { MessageId } = await send({ Content: { Raw: { Data } }, ...input });
      const [row] = await sql()`select cargo->>'raw' as raw from messages where id = ${MessageId!}`;
      return row!.raw;
    };
    expect(await rawOf({})).toBe('preferred');
    expect(await rawOf({ ReplyToAddresses: ['front@example.com'] })).toBeNull();
    const sealed = Buffer.from(`Content-Type: application/pkcs7-mime\r\n${Data}`);
    await expect(
      send({ Content: { Raw: { Data: sealed } }, ReplyToAddresses: ['front@example.com'] }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^ReplyToAddresses: /) });
  });

  it('sends a template by our key', async () => {
    const { key } = await makeTemplate();
    const Template = { TemplateName: key, TemplateData: JSON.stringify(LOW_BALANCE) };
    const { MessageId } = await send({ Content: { Template } });
    expect((await storedMessages(MessageId!))[0]!.template!.variables).toMatchObject({
      student_name: 'Sofía',
    });
  });

  it('hears of a wrong key, a bad address, a sender that is not allowed and a rate limit by name', async () => {
    const wrong = { ...pair, secretAccessKey: 'x'.repeat(40) };
    await expect(send({}, wrong)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(send({}, { ...pair, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' })).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    await expect(send({ Destination: { ToAddresses: ['nobody'] } })).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(/^Destination\.ToAddresses\.0: /),
    });
    const bound = await makePair({ fromDomains: ['shop.example'] });
    await expect(send({}, bound.pair)).rejects.toMatchObject({ name: 'MessageRejected' });
    const limited = await makePair({ limits: { minute: 1 } });
    await send({}, limited.pair);
    await expect(send({}, limited.pair)).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });

  it('ends with its pair, and with its token', async () => {
    const { id, pair: own } = await makePair();
    const next = await createAccessKey(testContext, { id });
    await expect(createAccessKey(testContext, { id })).rejects.toMatchObject({ code: 'conflict' });
    await send({}, own);
    await removeAccessKey(testContext, { id, accessKeyId: own.accessKeyId });
    await expect(send({}, own)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await send({}, next);
    await revokeToken(testContext, { id });
    await expect(send({}, next)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it('is a use of its token, which else looks as if nobody needed it', async () => {
    const { id, pair: own } = await makePair();
    expect(await getToken(testContext, { id })).toMatchObject({ lastUsedAt: null });
    await send({}, own);
    await flushTokenUse();
    expect(await getToken(testContext, { id })).toMatchObject({
      lastUsedAt: expect.any(String),
      lastUsedWith: expect.stringContaining('aws-sdk-js'),
    });
  });

  it('looks at what became of it', async () => {
    const { pair: own } = await makePair({ scopes: ['messages:send', 'messages:read'] });
    const { MessageId } = await send({}, own);
    const client = new SESv2Client({ endpoint: url('/compat/ses'), region: 'us-east-1', credentials: own });
    const seen = await client.send(new GetMessageInsightsCommand({ MessageId }));
    expect(seen).toMatchObject({
      MessageId,
      FromEmailAddress: 'clinic@example.com',
      Subject: 'Receipt 13',
      Insights: [{ Destination: 'ana@example.com', Events: [] }],
    });
    const none = new GetMessageInsightsCommand({ MessageId: '01980000-0000-7000-8000-000000000001' });
    await expect(client.send(none)).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('may be told another host only', async () => {
    expect((await send({}, pair, '')).MessageId).toBeDefined();
  });
});

describe('what is not signed as it should be', () => {
  const body = JSON.stringify(ses.body());
  const post = (headers: Record<string, string>, text = body, query = '') =>
    fetch(url(ses.path) + query, { method: 'POST', headers, body: text });
  const sign = (options = {}, text = body) => signed(pair, url(ses.path), text, options);
  const later = (ms: number) => new Date(Date.now() + ms).toISOString().replace(/[:-]|\.\d{3}/g, '');

  it('is taken as it was signed', async () => {
    expect((await post(await sign())).status).toBe(200);
  });

  it.each([
    ['nothing is signed', async () => post({ 'content-type': 'application/json' })],
    ['another body', async () => post(await sign(), body.replace('13', '14'))],
    ['another query', async () => post(await sign(), body, '?a=1')],
    ['signed six minutes ago', async () => post(await sign({ datetime: later(-360_000) }))],
    ['signed for in six minutes', async () => post(await sign({ datetime: later(360_000) }))],
    ['signed for another service', async () => post(await sign({ service: 's3' }))],
    ['a header of AWS that is not signed', async () => post({ ...(await sign()), 'x-amz-more': '1' })],
    ['a token', async () => post({ authorization: 'Bearer rlv_x', 'content-type': 'application/json' })],
    [
      'nobody looks at the body',
      async () => post({ ...(await sign()), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }),
    ],
  ])('%s', async (_what, request) => {
    const before = await countStored();
    const answer = await request();
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('SignatureDoesNotMatch');
    expect(await countStored()).toBe(before);
  });
});
