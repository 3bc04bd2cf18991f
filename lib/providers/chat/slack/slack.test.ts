import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Outgoing } from '@/lib/channels/outgoing';
import { type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { describeSmsContract, makeSms } from '@/lib/testing/sms-contract';
import { slackBot } from './slack';
import { slackWebhook } from './slack-webhook';

const TOKEN = 'xoxb-planted-token';
const Sent = z.strictObject({ channel: z.string(), text: z.string().min(1), unfurl_links: z.literal(false) });
const refused = (error: string, more: object = {}) => ({ status: 200, body: { ok: false, error, ...more } });
const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const account = { fault: 'provider', permanent: true } as const;
const recipient = { fault: 'recipient', permanent: true } as const;

describe('bot', () => {
  describeSmsContract({
    adapter: slackBot as never,
    settings: (endpoint) => ({ endpoint }),
    secrets: { apiKey: TOKEN },
    isSend: ({ path }) => path === '/api/chat.postMessage',
    readSend: ({ method, headers, body }: ApiCallSeen) => {
      expect(method).toBe('POST');
      expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      const { channel, text } = Sent.parse(JSON.parse(body.toString()));
      expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
      return { to: channel, text: plain(text) };
    },
    accepted: { status: 200, body: { ok: true, channel: 'C024BE91L', ts: '1503435956.000247' } },
    check: {
      works: () => ({ status: 200, body: { ok: true, team: 'Clinic', user: 'relevo' } }),
      failures: {
        auth: refused('invalid_auth'),
        permission: {
          status: 200,
          headers: { 'x-oauth-scopes': 'channels:read' },
          body: { ok: true, team: 'Clinic', user: 'relevo' },
        },
      },
    },
    badCredentials: refused('invalid_auth'),
    throttled: {
      answer: { ...refused('ratelimited'), status: 429, headers: { 'retry-after': '30' } },
      retryAfterMs: 30_000,
    },
    refusals: [
      ['a scope is missing', refused('missing_scope', { needed: 'chat:write' }), account],
      ['not in the channel', refused('not_in_channel'), recipient],
      ['too long', refused('msg_too_long'), { fault: 'content', permanent: true }],
      ['it may have been done', refused('internal_error'), { outcome: 'unknown' }],
      ['a word of tomorrow', refused('new_word'), { fault: 'provider', permanent: false }],
    ],
  });
});

describe('incoming webhook', () => {
  const path = 'T000/B000/planted-path';
  let waiting = '';
  const text = (words: string, status: number) => ({
    status,
    body: words,
    headers: { 'content-type': 'text/plain' },
  });
  describeSmsContract({
    adapter: slackWebhook as never,
    settings: (endpoint) => ({ endpoint, to: '#alerts' }),
    secrets: { apiKey: `https://hooks.slack.com/services/${path}` },
    make: (sms) => {
      [waiting = ''] = sms.recipients;
      return { ...sms, to: '#alerts' };
    },
    isSend: ({ method }) => method === 'POST',
    readSend: ({ path: at, headers, body }: ApiCallSeen) => {
      expect(at).toBe(`/services/${path}`);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      const sent = z.strictObject({ text: z.string().min(1) }).parse(JSON.parse(body.toString()));
      // The request names nobody.
      return { to: waiting, text: plain(sent.text) };
    },
    accepted: text('ok', 200),
    check: { works: () => text('', 200), failures: {} },
    badCredentials: text('invalid_token', 403),
    throttled: {
      answer: { ...text('rate_limited', 429), headers: { 'retry-after': '1' } },
      retryAfterMs: 1000,
    },
    refusals: [
      ['gone', text('no_service', 404), account],
      ['archived', text('channel_is_archived', 410), recipient],
      ['no text', text('no_text', 400), { fault: 'content', permanent: true }],
    ],
  });

  it('writes to its own channel alone', async () => {
    const server = await startApiServer(() => text('ok', 200));
    const config = {
      id: 'sl',
      name: 'Test',
      version: 1,
      settings: { endpoint: server.url, to: '#alerts', timeoutMs: 5000 },
      secrets: { apiKey: path },
    };
    const adapter = slackWebhook as unknown as AdapterOf<Outgoing>;
    const { outcomes } = await adapter.send(config, makeSms({ to: '#others' }), AbortSignal.timeout(5000));
    expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'cannot_carry' }]);
    expect(server.calls).toEqual([]);
  });
});
