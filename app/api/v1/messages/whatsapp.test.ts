import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postHook, GET as verifyHook } from '@/app/api/hooks/[providerId]/route';
import { sql } from '@/lib/database/db';
import { readInbound } from '@/lib/inbound/read-inbound';
import { eraseRecipient } from '@/lib/recipients/erase';
import { getStory } from '@/lib/recipients/story';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { makeWebhook } from '@/lib/testing/webhooks';
import { GET as getMessage } from './[id]/route';
import { POST } from './route';

useTestDatabase();
allowLoopbackTargets();

const PHONE = '106540352242922';
const SECRETS = { apiKey: 'token', webhookAppSecret: 'an app secret', webhookVerifyToken: 'our own word' };
let token: string;
beforeAll(async () => {
  token = await makeToken();
  // Whatever hour it is here.
  await updateSettings(testContext, { delivery: { quietHours: { categories: [] } } });
});

let count = 0;

async function meta() {
  const server = await startApiServer(({ path }) => {
    const id = `wamid.${++count}`;
    return path.endsWith('/media')
      ? { status: 200, body: { id: '7001' } }
      : { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id }] } };
  });
  const provider = await makeProvider({
    kind: 'whatsapp',
    name: `WhatsApp ${count}-${Date.now()}`,
    fromEmail: null,
    settings: { phoneNumberId: PHONE, endpoint: server.url },
    secrets: SECRETS,
  });
  const send = async (body: object) => {
    const message = { channel: 'whatsapp', providers: [provider.name], ...body };
    const accepted = await call(POST, { token, body: message });
    expect(accepted.status, accepted.text).toBe(202);
    const [sent] = await deliverAgain([accepted.body.id]);
    return sent!;
  };
  const told = async (value: object) => {
    const metadata = { phone_number_id: PHONE };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [change] }],
    });
    const signature = createHmac('sha256', SECRETS.webhookAppSecret).update(body).digest('hex');
    const request = new Request(`http://127.0.0.1/api/hooks/${provider.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
      body,
    });
    const { status } = await postHook(request, { params: Promise.resolve({ providerId: provider.id }) });
    expect(status).toBe(200);
    await readInbound();
  };
  const wrote = (from: string, text: string) =>
    told({
      messages: [
        {
          from: from.slice(1),
          id: `wamid.in${++count}`,
          timestamp: String(Math.floor(Date.now() / 1000)),
          type: 'text',
          text: { body: text },
        },
      ],
    });
  return { server, provider, send, told, wrote };
}

const read = async (id: string) => (await call(getMessage, { token, params: { id } })).body;
const newNumber = () => `+5959811${String(++count).padStart(5, '0')}`;

describe('a message by WhatsApp', () => {
  it('goes as a text once they have written, before that by its template or not at all', async () => {
    const { server, send, wrote } = await meta();
    const to = newNumber();
    const text = 'Su turno es mañana';
    const closed = await send({ to, text });
    expect(closed).toMatchObject({ status: 'failed', recipients: [{ code: 'window_closed' }] });
    expect(server.calls).toEqual([]);
    const whatsappTemplate = { name: 'turno', language: 'es', variables: { 1: 'mañana,\n9:00' } };
    expect(await send({ to, text, whatsappTemplate })).toMatchObject({ status: 'sent' });
    await wrote(to, 'Gracias');
    expect(await send({ to, text, whatsappTemplate })).toMatchObject({ status: 'sent' });
    const bodies = server.calls.map(({ body }) => JSON.parse(body.toString()));
    expect(bodies.map(({ type }) => type)).toEqual(['template', 'text']);
    // A line break in a variable is refused there.
    expect(bodies[0].template.components[0].parameters[0].text).toBe('mañana, 9:00');
    expect((await send({ to: newNumber(), text })).status).toBe('failed');
  });

  it('goes as a text to who wrote first, whom nobody had written to', async () => {
    const { provider, send, wrote } = await meta();
    const hook = await makeWebhook({
      name: `Shop ${count}`,
      url: 'http://127.0.0.1:1/',
      events: ['message.received'],
    });
    const to = newNumber();
    await wrote(to, '¿Tienen turno?');
    expect(await getStory(testContext, { address: to, limit: 20 })).toMatchObject({
      wrote: [{ text: '¿Tienen turno?', channel: 'whatsapp', provider: provider.name }],
    });
    const [told] = await sql()<{ payload: string }[]>`
      select payload from webhook_deliveries where webhook_id = ${hook.id}`;
    expect(JSON.parse(told!.payload)).toMatchObject({
      type: 'message.received',
      data: { from: to, text: '¿Tienen turno?', channel: 'whatsapp', provider: provider.name },
    });
    expect(await send({ to, text: 'Sí, mañana a las nueve' })).toMatchObject({ status: 'sent' });
    // To another number they have not written.
    const other = await meta();
    expect(await other.send({ to, text: 'Hola' })).toMatchObject({ recipients: [{ code: 'window_closed' }] });
    await eraseRecipient(testContext, { address: to });
    expect(await sql()`select from received_texts where address = ${to}`).toEqual([]);
  });

  it('goes by the number that they wrote to, whichever is asked first', async () => {
    const [first, second] = [await meta(), await meta()];
    const to = newNumber();
    await second.send({ to, text: 'Hola' });
    await second.wrote(to, 'Hola');
    const providers = [first.provider.name, second.provider.name];
    expect(await first.send({ to, text: 'Su turno es mañana', providers })).toMatchObject({
      status: 'sent',
      provider: second.provider.name,
    });
    expect([first.server.calls.length, second.server.calls.length]).toEqual([0, 1]);
  });

  it('carries a receipt, and is told to be read', async () => {
    const { server, send, wrote, told } = await meta();
    const to = newNumber();
    await send({ to, text: 'Hola' });
    await wrote(to, 'Hola');
    const attachments = [{ filename: 'recibo.pdf', content: Buffer.from('%PDF-1.4').toString('base64') }];
    const receipt = await send({ to, text: 'Su recibo', attachments });
    expect(receipt).toMatchObject({ status: 'sent', attachments: [{ filename: 'recibo.pdf' }] });
    expect(server.calls[0]!.body.toString()).toContain('%PDF-1.4');
    expect(JSON.parse(server.calls[1]!.body.toString()).document).toEqual({
      id: '7001',
      filename: 'recibo.pdf',
      caption: 'Su recibo',
    });
    await told({
      statuses: [
        {
          id: receipt.attempts[0]!.outcomes[0]!.providerMessageId,
          status: 'read',
          // As WhatsApp calls some people, whose number is another.
          recipient_id: '5215512345678',
          timestamp: String(Math.floor(Date.now() / 1000)),
        },
      ],
    });
    const after = await read(receipt.id);
    expect(after).toMatchObject({ status: 'delivered', recipients: [{ status: 'delivered' }] });
    expect(after.events).toContainEqual(expect.objectContaining({ type: 'opened', recipient: to }));
  });

  it('STOP stops what nobody waits for', async () => {
    const { send, wrote } = await meta();
    const to = newNumber();
    const whatsappTemplate = { name: 'oferta' };
    await send({ to, whatsappTemplate, category: 'marketing' });
    await wrote(to, 'Stop');
    expect(await send({ to, whatsappTemplate, category: 'marketing' })).toMatchObject({
      status: 'suppressed',
    });
    expect(await send({ to, whatsappTemplate })).toMatchObject({ status: 'sent' });
  });

  it.each([
    [{ to: '+595981234567' }, 'text', 'required'],
    [{ to: '+595981234567', text: 'Hi', subject: 'No' }, 'subject', 'unknown_field'],
    [
      { to: '+595981234567', whatsappTemplate: { name: 'no name' } },
      'whatsappTemplate.name',
      'letters_and_digits',
    ],
    [{ to: '+595981234567', text: 'x'.repeat(4097) }, 'text', 'too_long'],
    [{ to: '021 123 456', text: 'Hi' }, 'to', 'phone_country'],
  ])('%j is refused at %s', async (body, field, code) => {
    const answer = await call(POST, { token, body: { channel: 'whatsapp', ...body } });
    expectProblem(answer, 400, 'validation_failed');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ path: field, code }));
  });

  it('its address is made sure of by the word that was entered there', async () => {
    const { provider } = await meta();
    const ask = (word: string) =>
      verifyHook(
        new Request(
          `http://127.0.0.1/api/hooks/${provider.id}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${word}`,
        ),
        { params: Promise.resolve({ providerId: provider.id }) },
      );
    const right = await ask('our%20own%20word');
    expect([right.status, await right.text()]).toEqual([200, '42']);
    expect((await ask('another')).status).toBe(403);
  });
});
