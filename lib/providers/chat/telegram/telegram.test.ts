import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Outgoing } from '@/lib/channels/outgoing';
import { type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { describeSmsContract, makeSms } from '@/lib/testing/sms-contract';
import { telegramBot } from './telegram';

const TOKEN = '123456:planted-token-of-a-bot';
const adapter = telegramBot as unknown as AdapterOf<Outgoing>;
const Sent = z.strictObject({ chat_id: z.string(), text: z.string().min(1).max(4096) });
const refused = (status: number, description: string, parameters?: object) => ({
  status,
  body: { ok: false, error_code: status, description, parameters },
});
const accepted = { status: 200, body: { ok: true, result: { message_id: 42, chat: { id: 1 } } } };
const recipient = { fault: 'recipient', permanent: true } as const;

function readSend({ method, path, headers, body }: ApiCallSeen) {
  expect([method, path]).toEqual(['POST', `/bot${TOKEN}/sendMessage`]);
  expect(headers['content-type']).toBe('application/json');
  const { chat_id: to, text } = Sent.parse(JSON.parse(body.toString()));
  return { to, text };
}

// Its words as https://core.telegram.org/bots/api and its server's source have them.
describeSmsContract({
  adapter: adapter as never,
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: TOKEN },
  isSend: ({ path }) => path.includes('/send'),
  readSend,
  accepted,
  check: {
    works: () => ({
      status: 200,
      body: { ok: true, result: { username: 'clinic_bot', first_name: 'Clinic' } },
    }),
    failures: { auth: refused(401, 'Unauthorized') },
  },
  badCredentials: refused(401, 'Unauthorized'),
  throttled: {
    answer: refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    retryAfterMs: 7000,
  },
  refusals: [
    ['blocked', refused(403, 'Forbidden: bot was blocked by the user'), recipient],
    ['never started', refused(403, "Forbidden: bot can't initiate conversation with a user"), recipient],
    ['no such chat', refused(400, 'Bad Request: chat not found'), recipient],
    ['another 403', refused(403, 'Forbidden: tomorrow'), { fault: 'recipient', permanent: false }],
    ['too long', refused(400, 'Bad Request: message is too long'), { fault: 'content', permanent: true }],
    ['a token that is none', refused(404, 'Not Found'), { fault: 'provider', permanent: true }],
    ['its own failure', refused(500, 'Internal Server Error'), { outcome: 'unknown' }],
  ],
});

describe('what else a bot does', () => {
  it('a file goes as a document, with its text below it', async () => {
    const server = await startApiServer(() => accepted);
    const file = { filename: 'recibo.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.4') };
    const config = {
      id: 'tg',
      name: 'Test',
      version: 1,
      settings: { endpoint: server.url, timeoutMs: 5000 },
      secrets: { apiKey: TOKEN },
    };
    const message = { ...makeSms({ to: '77', text: 'Su recibo' }), file } as Outgoing;
    const { outcomes } = await adapter.send(config, message, AbortSignal.timeout(5000));
    expect(outcomes).toMatchObject([{ outcome: 'accepted', providerMessageId: '77:42' }]);
    const [{ path, headers, body } = server.calls[0]!] = server.calls;
    expect(path).toBe(`/bot${TOKEN}/sendDocument`);
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type']! },
    }).formData();
    expect([form.get('chat_id'), form.get('caption')]).toEqual(['77', 'Su recibo']);
    expect(await (form.get('document') as File).text()).toBe('%PDF-1.4');
  });

  it('what somebody writes is taken by our secret alone, and is an answer', () => {
    const { verify, parse } = telegramBot.events!;
    const config = {
      id: '',
      name: '',
      version: 1,
      settings: { timeoutMs: 1000 },
      secrets: { apiKey: '', webhookToken: 'a secret of sixteen' },
    };
    const request = (headers: Record<string, string>) => ({
      headers,
      body: Buffer.from(
        JSON.stringify({
          update_id: 9,
          message: { message_id: 1, date: 1_795_000_000, chat: { id: 77 }, text: 'Baja' },
        }),
      ),
      receivedAt: new Date(),
    });
    const shown = { 'x-telegram-bot-api-secret-token': 'a secret of sixteen' };
    expect(verify(request(shown), config)).toEqual({ ok: true });
    expect(verify(request({}), config)).toMatchObject({ ok: false });
    expect(parse(request(shown), config)).toMatchObject([
      { answerOf: '77', key: '9', type: 'replied', detail: { text: 'Baja' } },
    ]);
  });

  it('who stopped it wants no more, who let it write again does; a group says nothing', () => {
    const change = (status: string, type = 'private') => {
      const update = {
        update_id: 10001,
        my_chat_member: {
          chat: { id: 123456789, type },
          date: 1_795_000_000,
          old_chat_member: { status: 'member' },
          new_chat_member: { status },
        },
      };
      const body = Buffer.from(JSON.stringify(update));
      return telegramBot.events!.parse({ headers: {}, body, receivedAt: new Date() }, {} as never);
    };
    expect(change('kicked')).toMatchObject([{ answerOf: '123456789', detail: { wish: 'stop' } }]);
    expect(change('member')).toMatchObject([{ answerOf: '123456789', detail: { wish: 'start' } }]);
    expect([...change('kicked', 'group'), ...change('administrator')]).toEqual([]);
  });
});
