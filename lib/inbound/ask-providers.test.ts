import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { deleteProvider } from '@/lib/providers/delete';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { askProviders } from './ask-providers';

useTestDatabase();

/** Takes each message and hangs up before it says so; what it lists is up to the test. */
let answer: (request: IncomingMessage) => { status?: number; body: unknown };
let asked: string[] = [];
let posted = '';
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (request.method === 'POST') {
    posted = Buffer.concat(chunks).toString();
    return request.socket.destroy();
  }
  asked.push(decodeURIComponent(request.url!.replaceAll('+', ' ')));
  const { status = 200, body } = answer(request);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  vi.stubEnv('RELEVO_PRIVATE_TARGETS', '127.0.0.0/8');
  forgetEnv();
  asked = [];
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

/** What each answers to a search, as its documentation shows it. */
const KINDS = {
  postmark: {
    settings: {},
    way: /^\/messages\/outbound\?count=50&offset=0&recipient=ana@example\.com&fromdate=\d{4}-\d\d-\d\d&messagestream=outbound$/,
    list: (id: string) => ({
      TotalCount: 1,
      Messages: [
        {
          MessageID: '0ac29aee-e1cd-480d-b08d-4f48548ff48d',
          Recipients: ['ana@example.com'],
          ReceivedAt: '2026-02-20T07:25:02.8782715-05:00',
          Status: 'Sent',
          Metadata: { relevo_id: id },
        },
      ],
    }),
    empty: { TotalCount: 0, Messages: [] },
  },
  mailgun: {
    settings: { domain: 'mg.example.com' },
    way: /^\/v3\/mg\.example\.com\/events\?begin=\d{10}&ascending=yes&limit=100&event=accepted&recipient=ana@example\.com$/,
    list: (id: string) => ({
      items: [
        {
          event: 'accepted',
          id: 'ncV2XwymRUKbPek_MIM-Gw',
          timestamp: 1377211256.096436,
          recipient: 'ana@example.com',
          'user-variables': { relevo_id: id },
        },
      ],
      paging: {},
    }),
    empty: { items: [], paging: {} },
  },
  sendgrid: {
    settings: {},
    way: /^\/v3\/messages\?limit=10&query=\(unique_args\['relevo_id'\]="[0-9a-f-]{36}"\) AND to_email="ana@example\.com"$/,
    list: (id: string) => ({
      messages: [
        {
          from_email: 'clinic@example.com',
          msg_id: `${id.slice(0, 8)}.filter0307p1las1-16816-5A023E36-1.0`,
          subject: 'Receipt 13',
          to_email: 'ana@example.com',
          status: 'processed',
          opens_count: 0,
          clicks_count: 0,
          last_event_time: '2026-02-20T12:25:02Z',
        },
      ],
    }),
    empty: { messages: [] },
  },
} as const;
type Kind = keyof typeof KINDS;

async function makeUncertain(kind: Kind) {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = await makeProvider({
    kind,
    settings: { ...KINDS[kind].settings, endpoint },
    secrets: { apiKey: 'key-0123456789abcdef' },
  });
  // A second copy of one is not better than none, so nobody repeats it.
  const message = await deliverOne({ category: 'marketing' });
  expect(message).toMatchObject({ status: 'uncertain' });
  expect(posted).toContain(message.id);
  return { provider, message };
}

const after = (minutes: number) => Date.now() + minutes * 60_000 + 1_000;

it.each(Object.keys(KINDS) as Kind[])(
  '%s has it: it counts as sent by it, once, a minute later',
  async (kind) => {
    const { provider, message } = await makeUncertain(kind);
    answer = () => ({ body: KINDS[kind].list(message.id) });
    expect(await askProviders(after(0))).toEqual({ asked: 0, found: 0 });
    expect(await askProviders(after(1))).toEqual({ asked: 1, found: 1 });
    expect(asked).toEqual([expect.stringMatching(KINDS[kind].way)]);
    expect(await askProviders(after(2))).toEqual({ asked: 0, found: 0 });
    const [row] =
      await sql()`select status, recipients->0->>'status' as recipient from messages where id = ${message.id}`;
    expect(row).toEqual({ status: 'sent', recipient: 'accepted' });
    const told =
      await sql()`select type, provider_id as "providerId" from events where message_id = ${message.id} and detail->>'asked' = 'true'`;
    expect(told).toEqual([{ type: 'sent', providerId: provider.id }]);
    await deleteProvider(testContext, { id: provider.id });
  },
);

it.each(Object.keys(KINDS) as Kind[])(
  '%s does not list it: it stays uncertain, and is asked for again',
  async (kind) => {
    const { provider, message } = await makeUncertain(kind);
    const others = KINDS[kind].list('0192f3c1-0000-7000-8000-000000000000');
    answer = () => ({ body: kind === 'sendgrid' ? KINDS[kind].empty : others });
    expect(await askProviders(after(1))).toEqual({ asked: 1, found: 0 });
    answer = () => ({ body: KINDS[kind].empty });
    expect(await askProviders(after(11))).toEqual({ asked: 1, found: 0 });
    expect(await askProviders(after(12))).toEqual({ asked: 0, found: 0 });
    expect(await askProviders(after(60))).toEqual({ asked: 1, found: 0 });
    expect(await askProviders(after(25 * 60))).toEqual({ asked: 0, found: 0 });
    const [row] = await sql()`select status from messages where id = ${message.id}`;
    expect(row).toEqual({ status: 'uncertain' });
    await deleteProvider(testContext, { id: provider.id });
  },
);

it('does not go on asking who refuses, and settles nothing by an answer that is no list', async () => {
  const { provider, message } = await makeUncertain('sendgrid');
  const second = await deliverOne({ category: 'marketing' });
  answer = () => ({ status: 403, body: { errors: [{ message: 'access forbidden' }] } });
  expect(await askProviders(after(1))).toEqual({ asked: 1, found: 0 });
  answer = () => ({ body: { messages: 'none' } });
  expect(await askProviders(after(1))).toEqual({ asked: 2, found: 0 });
  const rows = await sql()`select status from messages where id = any(${[message.id, second.id]})`;
  expect(rows.map(({ status }) => status)).toEqual(['uncertain', 'uncertain']);
  await deleteProvider(testContext, { id: provider.id });
});
