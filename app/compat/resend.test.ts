import { Resend } from 'resend';
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
  token = await makeToken(['messages:send', 'messages:read', 'messages:write']);
});

const client = (key = token, base = '/compat/resend') => new Resend(key, { baseUrl: url(base) });
const PLAIN = {
  to: 'ana@example.com',
  from: 'clinic@example.com',
  subject: 'Receipt 13',
  text: 'Thank you.',
};
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('resend, unmodified', () => {
  it('sends names, copies, files, an inline image, tags and a schedule', async () => {
    const scheduledAt = inAnHour();
    const { data, error } = await client().emails.send({
      to: ['"Gómez, Ana" <ana@example.com>', 'luis@example.com'],
      cc: 'boss@example.com',
      bcc: ['archive@example.com'],
      from: '"Clínica, Centro" <clinic@example.com>',
      replyTo: 'front@example.com',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      html: '<p>Gracias <img src="cid:logo"></p>',
      attachments: [
        { filename: 'recibo ñ.pdf', content: Buffer.from('%PDF-1.4') },
        { filename: 'logo.png', content: Buffer.from('png').toString('base64'), contentId: 'logo' },
      ],
      tags: [{ name: 'order', value: '77' }],
      headers: { 'X-Client': 'shop 2' },
      scheduledAt,
    });
    expect(error).toBeNull();
    const [message] = await storedMessages(data!.id);
    expect(message).toMatchObject({
      status: 'scheduled',
      sender: 'clinic@example.com',
      sender_name: 'Clínica, Centro',
      subject: 'Recibo nº 13',
      text: 'Gracias, señora.',
      metadata: { order: '77' },
      headers: { 'X-Client': 'shop 2' },
      reply_to: [{ email: 'front@example.com' }],
      scheduled_at: new Date(scheduledAt),
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

  it('looks at what it sent, moves it and takes it back', async () => {
    const { data } = await client().emails.send({ ...PLAIN, scheduledAt: inAnHour() });
    const { id } = data!;
    const seen = await client().emails.get(id);
    expect(seen.data).toMatchObject({
      object: 'email',
      id,
      to: ['ana@example.com'],
      from: 'clinic@example.com',
      subject: 'Receipt 13',
      text: 'Thank you.',
      last_event: 'scheduled',
    });
    const scheduledAt = new Date(Date.now() + 7_200_000).toISOString();
    expect((await client().emails.update({ id, scheduledAt })).data).toEqual({ object: 'email', id });
    expect((await storedMessages(id))[0]!.scheduled_at).toEqual(new Date(scheduledAt));
    expect((await client().emails.cancel(id)).data).toEqual({ object: 'email', id });
    expect((await client().emails.get(id)).data).toMatchObject({ last_event: 'canceled' });
    const none = await client().emails.get('01980000-0000-7000-8000-000000000001');
    expect(none.error).toMatchObject({ name: 'not_found', statusCode: 404 });
  });

  it('sends a template by our key', async () => {
    const { key } = await makeTemplate();
    const { data } = await client().emails.send({
      to: 'ana@example.com',
      from: 'clinic@example.com',
      template: { id: key, variables: LOW_BALANCE as never },
    } as never);
    expect((await storedMessages(data!.id))[0]!.template!.variables).toMatchObject({ student_name: 'Sofía' });
    const { error } = await client().emails.send({
      to: 'ana@example.com',
      from: 'clinic@example.com',
      template: { id: 'none' },
    } as never);
    expect(error).toMatchObject({ statusCode: 422, message: expect.stringContaining('template.id') });
  });

  it('sends a batch: all or none, or those that are right', async () => {
    const before = await countStored();
    const both = await client().batch.send([PLAIN, { ...PLAIN, to: 'luis@example.com' }]);
    expect(both.data!.data).toHaveLength(2);
    const wrong = [PLAIN, { ...PLAIN, to: 'luis@@example' }];
    const none = await client().batch.send(wrong);
    expect(none.error).toMatchObject({
      name: 'validation_error',
      statusCode: 422,
      message: expect.stringContaining('1.to'),
    });
    expect(await countStored()).toBe(before + 2);
    const some = await client().batch.send(wrong, { batchValidation: 'permissive' });
    expect(some.data).toMatchObject({
      data: [{ id: expect.any(String) }],
      errors: [{ index: 1, message: expect.stringContaining('1.to') }],
    });
    expect(await countStored()).toBe(before + 3);
  });

  it('is told of a repetition nothing new, and of another message under the same key so', async () => {
    const send = (subject: string) =>
      client().emails.send({ ...PLAIN, subject }, { idempotencyKey: 'receipt-13' });
    const [first, again, other] = [await send('One'), await send('One'), await send('Two')];
    expect(again.data).toEqual(first.data);
    expect(other.error).toMatchObject({ name: 'invalid_idempotent_request', statusCode: 409 });
    const batch = (to: string) =>
      client().batch.send([PLAIN, { ...PLAIN, to }], { idempotencyKey: 'two receipts' });
    const two = await batch('luis@example.com');
    expect((await batch('luis@example.com')).data).toEqual(two.data);
    expect((await batch('eva@example.com')).error).toMatchObject({ name: 'invalid_idempotent_request' });
  });

  it('hears of a wrong key, a missing scope, a bad address and a rate limit as it expects', async () => {
    expect((await client('re_wrong').emails.send(PLAIN)).error).toMatchObject({
      name: 'invalid_api_key',
      statusCode: 403,
    });
    const reader = await makeToken(['messages:read']);
    expect((await client(reader).emails.send(PLAIN)).error).toMatchObject({ name: 'restricted_api_key' });
    expect((await client().emails.send({ ...PLAIN, to: 'nobody' })).error).toMatchObject({
      name: 'validation_error',
      statusCode: 422,
      message: expect.stringMatching(/^to: /),
    });
    const limited = await createToken(testContext, {
      name: 'resend limited',
      scopes: ['messages:send'],
      limits: { minute: 1 },
    });
    await client(limited.token).emails.send(PLAIN);
    const { error, headers } = await client(limited.token).emails.send(PLAIN);
    expect(error).toMatchObject({ name: 'rate_limit_exceeded', statusCode: 429 });
    expect(Number(headers!['retry-after'])).toBeGreaterThan(0);
  });

  it('may be told another host only, and of what is not there in its own way', async () => {
    expect((await client(token, '').emails.send(PLAIN)).data).toEqual({ id: expect.any(String) });
    expect((await client().domains.list()).error).toMatchObject({ name: 'not_found', statusCode: 404 });
  });
});
