import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { readInbound } from '@/lib/inbound/read-inbound';
import { acceptMessage } from '@/lib/intake/accept';
import { getMessage } from '@/lib/messages/get';
import { MessageInput } from '@/lib/messages/schema';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { GET, POST } from './route';

useTestDatabase();
allowLoopbackTargets();
beforeEach(async () => {
  // Whatever hour it is here.
  await updateSettings(testContext, { delivery: { quietHours: { categories: [] } } });
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const TOKEN = 'an auth token of the tests';
const to = '+595981234567';
async function deliver(over: object) {
  const input = { channel: 'sms', to, text: 'Su turno es mañana', ...over };
  const { id } = await acceptMessage(testContext, MessageInput.parse(input as never));
  const [message] = await deliverAgain([id]);
  return message!;
}

const read = (id: string) => getMessage(testContext, id);

async function post(id: string, parts: Record<string, string>, { token = TOKEN, query = '' } = {}) {
  const url = `https://relevo.example.com/api/hooks/${id}${query}`;
  const signed = Object.keys(parts)
    .toSorted()
    .map((name) => name + parts[name])
    .join('');
  const signature = createHmac('sha1', token)
    .update(url + signed)
    .digest('base64');
  // As a proxy hands it on: the address of the machine, not the one that Twilio has.
  const request = new Request(`http://127.0.0.1:3000/api/hooks/${id}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(parts).toString(),
  });
  return POST(request, { params: Promise.resolve({ providerId: id }) });
}

async function sent(over: object = {}, answered?: 'drop') {
  const sid = `SM${newId().replaceAll('-', '')}`;
  const server = await startApiServer(() => answered ?? { status: 201, body: { sid, status: 'queued' } });
  const provider = await makeProvider({
    kind: 'twilio',
    fromEmail: null,
    settings: { accountSid: `AC${'0'.repeat(32)}`, sender: '+15005550006', endpoint: server.url },
    secrets: { apiKey: TOKEN },
  });
  const message = await deliver({ providers: [provider.name], ...over });
  return { sid, provider, message, server };
}

describe('what Twilio tells of a text', () => {
  it('is asked for with each message, where this system can be reached', async () => {
    const { server, provider, message } = await sent();
    const form = new URLSearchParams(server.calls[0]!.body.toString());
    expect(form.get('StatusCallback')).toBe(
      `https://relevo.example.com/api/hooks/${provider.id}?message=${message.id}`,
    );
  });

  it('names a message of which its answer was lost', async () => {
    const { sid, provider, message } = await sent({}, 'drop');
    expect(message.recipients).toMatchObject([{ status: 'unknown' }]);
    const parts = { MessageSid: sid, MessageStatus: 'delivered', To: to, From: '+15005550006' };
    expect((await post(provider.id, parts, { query: `?message=${message.id}` })).status).toBe(200);
    await readInbound();
    expect(await read(message.id)).toMatchObject({ status: 'delivered' });
  });

  it.each([
    [['sent', 'delivered'], 'delivered'],
    [['delivered', 'sent'], 'delivered'],
    [['undelivered:30005'], 'bounced'],
    [['failed:30007'], 'failed'],
    [['queued', 'a-state-of-tomorrow'], 'sent'],
  ])('%j: it is %s', async (states, status) => {
    const { sid, provider, message } = await sent();
    for (const state of states) {
      const [MessageStatus = '', ErrorCode] = state.split(':');
      const answer = await post(provider.id, {
        MessageSid: sid,
        MessageStatus,
        To: to,
        From: '+15005550006',
        ...(ErrorCode && { ErrorCode }),
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/xml');
      expect(await answer.text()).toContain('<Response/>');
    }
    await readInbound();
    expect(await read(message.id)).toMatchObject({ status });
  });

  it('changes nothing when somebody else signs it', async () => {
    const { sid, provider, message } = await sent();
    const parts = { MessageSid: sid, MessageStatus: 'failed', ErrorCode: '30005', To: to };
    expect((await post(provider.id, parts, { token: 'another' })).status).toBe(401);
    await readInbound();
    expect(await read(message.id)).toMatchObject({ status: 'sent' });
  });
});

describe('what somebody answers', () => {
  const answer = (id: string, Body: string, From = to) =>
    post(id, { MessageSid: `SM${newId().replaceAll('-', '')}`, SmsStatus: 'received', From, To: '+1', Body });
  const stopped = (address: string) =>
    sql()`select cause, category, channel, company_id from suppressions where address = ${address} and lifted_at is null`;

  it('stands with the message that it answers, and stops nothing', async () => {
    const { provider, message } = await sent();
    await answer(provider.id, 'No, gracias');
    await readInbound();
    const { events } = await read(message.id);
    expect(events.at(-1)).toMatchObject({ type: 'replied', recipient: to, detail: { text: 'No, gracias' } });
    expect(await stopped(to)).toEqual([]);
  });

  it('BAJA stops marketing of the company by text, no receipt, and ALTA begins it again', async () => {
    const company = await makeCompany({ name: 'Dental' });
    const number = '+595981777777';
    const { provider, message } = await sent({ company: company.id, to: number });
    await answer(provider.id, 'Baja.', number);
    await readInbound();
    expect(await stopped(number)).toEqual([
      { cause: 'unsubscribe', category: 'marketing', channel: 'sms', company_id: company.id },
    ]);
    const text = { company: company.id, to: number, providers: [provider.name] };
    expect(await deliver({ ...text, category: 'marketing' })).toMatchObject({ status: 'suppressed' });
    expect(await deliver({ ...text, category: 'transactional' })).toMatchObject({ status: 'sent' });
    await answer(provider.id, 'ALTA', number);
    await readInbound();
    expect(await stopped(number)).toEqual([]);
    const types = (await read(message.id)).events.map(({ type }) => type);
    expect(types.filter((type) => type === 'unsubscribed')).toHaveLength(1);
    await answer(provider.id, 'baja', number);
    await readInbound();
    expect(await stopped(number)).toHaveLength(1);
  });

  it('STOP of somebody to whom nobody wrote counts all the same', async () => {
    const { provider } = await sent();
    await answer(provider.id, 'STOP', '+595971000000');
    await readInbound();
    const rows = await sql()`select cause, channel from suppressions where address = '+595971000000'`;
    expect(rows).toEqual([{ cause: 'unsubscribe', channel: 'sms' }]);
  });
});

describe('what a gateway of one’s own tells', () => {
  const webhookToken = 'a-token-of-the-gateway';
  const gateway = async (settings: object, body: unknown = { id: 'gw-7' }) => {
    const server = await startApiServer(() => ({ status: 200, body }));
    const provider = await makeProvider({
      kind: 'http-sms',
      fromEmail: null,
      settings: {
        endpoint: `${server.url}/send`,
        template: '{"to":"{{to}}","text":"{{text}}","report":"{{callbackUrl}}"}',
        ...settings,
      },
      secrets: { apiKey: 'right', webhookToken },
    });
    const message = await deliver({ providers: [provider.name] });
    return { provider, message, call: server.calls[0]! };
  };
  const hook = (handler: typeof POST, id: string, query: string, init?: RequestInit) =>
    handler(new Request(`http://127.0.0.1/api/hooks/${id}${query}`, init), {
      params: Promise.resolve({ providerId: id }),
    });

  it('by the address that went out with the message, in a GET', async () => {
    const { provider, message, call } = await gateway({
      receipts: { statePath: 'state', states: [{ equals: '1', means: 'delivered' }], answer: 'ACK/Jasmin' },
    });
    const { report } = JSON.parse(call.body.toString());
    expect(report).toBe(
      `https://relevo.example.com/api/hooks/${provider.id}?token=${webhookToken}&message=${message.id}`,
    );
    const query = `${new URL(report).search}&state=1`;
    const answered = await hook(GET, provider.id, query);
    expect([answered.status, await answered.text()]).toEqual([200, 'ACK/Jasmin']);
    expect((await hook(GET, provider.id, query.replace(webhookToken, 'wrong'))).status).toBe(401);
    const kept =
      await sql()`select headers::text || convert_from(body, 'UTF8') as all from inbound_events where provider_id = ${provider.id}`;
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(webhookToken);
    await readInbound();
    expect(await read(message.id)).toMatchObject({ status: 'delivered', recipients: [{ address: to }] });
  });

  it('by its own id, in a list of JSON, and what people write', async () => {
    const { provider, message } = await gateway({
      idPath: 'id',
      receipts: { idPath: 'messageId', statePath: 'status.name', errorPath: 'status.code' },
      answers: { fromPath: 'from', textPath: 'text' },
    });
    const body = JSON.stringify([
      { messageId: 'gw-7', status: { name: 'UNDELIV', code: 'E1' } },
      { messageId: 'gw-7', status: { name: 'on its way' } },
      { from: to.slice(1), text: 'Ya no uso este número' },
    ]);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${webhookToken}` };
    expect((await hook(POST, provider.id, '', { method: 'POST', headers, body })).status).toBe(200);
    await readInbound();
    const { status, recipients, events } = await read(message.id);
    expect([status, recipients[0]]).toEqual(['failed', expect.objectContaining({ code: 'E1' })]);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['failed', 'replied']));
  });

  it('nobody asks by GET where the provider does not', async () => {
    const { provider } = await sent();
    expect((await hook(GET, provider.id, '')).status).toBe(405);
    expect((await hook(GET, newId(), '')).status).toBe(404);
  });
});
