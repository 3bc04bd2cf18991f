import { BrevoClient, BrevoError } from '@getbrevo/brevo';
import { beforeAll, describe, expect, it } from 'vitest';
import { countStored, serveCompat, storedMessages } from '@/lib/testing/compat';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
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

const client = (apiKey = token, path = '/compat/brevo/v3') =>
  new BrevoClient({ apiKey, baseUrl: url(path), maxRetries: 0 }).transactionalEmails;
const PLAIN = {
  sender: { email: 'clinic@example.com' },
  to: [{ email: 'ana@example.com' }],
  subject: 'Receipt 13',
  textContent: 'Thank you.',
};
const idIn = (messageId = '') => /^<([\w-]{36})@example\.com>$/.exec(messageId)![1]!;

describe('@getbrevo/brevo, unmodified', () => {
  it('sends names, copies, files, tags and a schedule', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const { messageId } = await client().sendTransacEmail({
      sender: { email: 'clinic@example.com', name: 'Clínica, Centro' },
      to: [{ email: 'ana@example.com', name: 'Gómez, Ana' }, { email: 'luis@example.com' }],
      cc: [{ email: 'boss@example.com' }],
      bcc: [{ email: 'archive@example.com' }],
      replyTo: { email: 'front@example.com' },
      subject: 'Recibo nº 13',
      textContent: 'Gracias, señora.',
      htmlContent: '<p>Gracias</p>',
      attachment: [{ name: 'recibo ñ.pdf', content: Buffer.from('%PDF-1.4').toString('base64') }],
      tags: ['receipts', 'año nuevo'],
      headers: { 'X-Client': 'shop 2' },
      scheduledAt,
    });
    const [message] = await storedMessages(idIn(messageId));
    expect(message).toMatchObject({
      status: 'scheduled',
      sender: 'clinic@example.com',
      sender_name: 'Clínica, Centro',
      text: 'Gracias, señora.',
      html: '<p>Gracias</p>',
      tags: ['receipts', 'ano-nuevo'],
      headers: { 'X-Client': 'shop 2' },
      reply_to: [{ email: 'front@example.com' }],
      scheduled_at: new Date(scheduledAt),
      files: [{ filename: 'recibo ñ.pdf' }],
    });
    expect(message!.recipients.map(({ address, kind, name }) => [kind, address, name ?? null])).toEqual([
      ['to', 'ana@example.com', 'Gómez, Ana'],
      ['to', 'luis@example.com', null],
      ['cc', 'boss@example.com', null],
      ['bcc', 'archive@example.com', null],
    ]);
  });

  it('sends versions, all or none', async () => {
    const before = await countStored();
    const versions = [
      { to: [{ email: 'ana@example.com' }], subject: 'For Ana' },
      { to: [{ email: 'luis@example.com' }] },
    ];
    const { messageIds } = await client().sendTransacEmail({ ...PLAIN, messageVersions: versions });
    const stored = await storedMessages(...messageIds!.map(idIn));
    expect(stored.map(({ subject, recipients }) => [subject, recipients[0]!.address])).toEqual([
      ['For Ana', 'ana@example.com'],
      ['Receipt 13', 'luis@example.com'],
    ]);
    const wrong = client().sendTransacEmail({
      ...PLAIN,
      messageVersions: [versions[0]!, { to: [{ email: 'luis@@example' }] }],
    });
    await expect(wrong).rejects.toMatchObject({
      statusCode: 400,
      body: {
        code: 'invalid_parameter',
        message: expect.stringMatching(/^messageVersions\.1\.to\.0\.email/),
      },
    });
    expect(await countStored()).toBe(before + 2);
  });

  it('sends a template by our key, which is a number where theirs are', async () => {
    await makeTemplate({ key: '12' });
    const { sender, to } = PLAIN;
    const { messageId } = await client().sendTransacEmail({
      sender,
      to,
      templateId: 12,
      params: LOW_BALANCE,
    });
    expect((await storedMessages(idIn(messageId)))[0]!.template!.variables).toMatchObject({
      student_name: 'Sofía',
    });
  });

  it('is told of a repetition nothing new', async () => {
    const send = () => client().sendTransacEmail({ ...PLAIN, headers: { idempotencyKey: 'receipt-13' } });
    expect(await send()).toEqual(await send());
  });

  it('hears of a wrong key, a bad address and a rate limit as it expects', async () => {
    const wrong = client('xkeysib-wrong').sendTransacEmail(PLAIN);
    await expect(wrong).rejects.toBeInstanceOf(BrevoError);
    await expect(wrong).rejects.toMatchObject({ statusCode: 401, body: { code: 'unauthorized' } });
    await expect(client().sendTransacEmail({ ...PLAIN, to: [{ email: 'nobody' }] })).rejects.toMatchObject({
      statusCode: 400,
      body: { code: 'invalid_parameter', message: expect.stringMatching(/^to\.0\.email: /) },
    });
    await expect(client().sendTransacEmail({ ...PLAIN, subject: undefined })).rejects.toMatchObject({
      body: { code: 'missing_parameter', message: expect.stringMatching(/^subject: /) },
    });
    const limited = await createToken(testContext, {
      name: 'brevo limited',
      scopes: ['messages:send'],
      limits: { minute: 1 },
    });
    await client(limited.token).sendTransacEmail(PLAIN);
    await expect(client(limited.token).sendTransacEmail(PLAIN)).rejects.toMatchObject({ statusCode: 429 });
  });

  it('looks at what became of it', async () => {
    const key = await makeToken(['messages:send', 'messages:read']);
    const { messageId } = await client(key).sendTransacEmail(PLAIN);
    await deliverAgain([idIn(messageId)]);
    const { events } = await client(key).getEmailEventReport({ messageId });
    expect(events).toMatchObject([
      { event: 'requests', email: 'ana@example.com', messageId, subject: 'Receipt 13' },
    ]);
    await expect(client(key).getEmailEventReport({ messageId: 'none' })).rejects.toMatchObject({
      statusCode: 404,
      body: { code: 'document_not_found' },
    });
  });

  it('may be told another host only', async () => {
    expect((await client(token, '/v3').sendTransacEmail(PLAIN)).messageId).toBeDefined();
  });
});
