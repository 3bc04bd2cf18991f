import { describe, expect, it } from 'vitest';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { describeSmsContract, HOSTILE_TEXTS, makeSms } from '@/lib/testing/sms-contract';
import { httpSms } from './http-sms';
import { HTTP_SMS_PRESETS } from './presets';
import { Settings } from './schema';

const KEY = 'planted-key-of-a-gateway';
const adapter = httpSms as unknown as AdapterOf<OutgoingSms>;
const account = { fault: 'provider', permanent: true } as const;
const ok = (body: unknown, status = 200) => ({ status, body });

/** Three that nobody has written code for. */
const GATEWAYS = {
  'JSON with a bearer': {
    settings: {
      template: JSON.stringify({
        messages: [
          {
            destinations: [{ to: '{{toDigits}}' }],
            from: '{{from}}',
            text: '{{text}}',
            parts: '{{segments}}',
          },
        ],
      }),
      sender: 'Clinica',
      successPath: 'messages[0].status.group',
      successValue: 'PENDING',
      idPath: 'messages[0].messageId',
    },
    accepted: ok({ messages: [{ messageId: 'abc-1', status: { group: 'PENDING' } }] }),
    read: ({ headers, body }: ApiCallSeen) => {
      expect(headers.authorization).toBe(`Bearer ${KEY}`);
      expect(headers['content-type']).toBe('application/json');
      const [{ destinations, text, from }] = JSON.parse(body.toString()).messages;
      expect(from).toBe('Clinica');
      return { to: `+${destinations[0].to}`, text };
    },
  },
  'a form with basic': {
    settings: {
      format: 'form',
      auth: 'basic',
      username: 'garage',
      template: JSON.stringify({ msisdn: '{{to}}', message: '{{text}}', ref: '{{messageId}}' }),
      successText: 'OK',
    },
    accepted: { status: 200, body: 'OK 17', headers: { 'content-type': 'text/plain' } },
    read: ({ headers, body }: ApiCallSeen) => {
      expect(headers.authorization).toBe(`Basic ${Buffer.from(`garage:${KEY}`).toString('base64')}`);
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
      const form = new URLSearchParams(body.toString());
      expect([...form.keys()]).toEqual(['msisdn', 'message', 'ref']);
      return { to: form.get('msisdn')!, text: form.get('message')! };
    },
  },
  'XML with a key in the query': {
    settings: {
      format: 'xml',
      auth: 'query',
      authName: 'api_key',
      template: '<?xml version="1.0"?><sms><to>{{to}}</to><text>{{text}}</text></sms>',
      successText: '<status>0</status>',
    },
    accepted: {
      status: 200,
      body: '<answer><status>0</status></answer>',
      headers: { 'content-type': 'text/xml' },
    },
    read: ({ path, body }: ApiCallSeen) => {
      expect(new URL(path, 'http://x').searchParams.get('api_key')).toBe(KEY);
      const [, to = '', text = ''] = /<to>(.*)<\/to><text>([\s\S]*)<\/text><\/sms>$/.exec(body.toString())!;
      return { to, text: unescapeXml(text) };
    },
  },
};

function unescapeXml(text: string): string {
  expect(text).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
  const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (_entity, name: string) => NAMES[name]!);
}

const { settings, accepted, read } = GATEWAYS['JSON with a bearer'];

describeSmsContract({
  adapter,
  settings: (url) => ({ ...settings, endpoint: `${url}/send`, refusals: REFUSALS }),
  secrets: { apiKey: KEY },
  isSend: ({ path }) => path !== '/',
  readSend: read,
  accepted,
  check: { works: () => accepted, failures: {} },
  badCredentials: ok({ error: 'bad key' }, 401),
  throttled: { answer: { ...ok({}, 429), headers: { 'retry-after': '4' } }, retryAfterMs: 4000 },
  refusals: [
    [
      '200 with a refusal in it',
      ok({ messages: [{ status: { group: 'REJECTED', code: '51' } }] }),
      { fault: 'recipient', permanent: true },
    ],
    ['200 that says neither', ok({ hello: 1 }), { outcome: 'refused', fault: 'provider', permanent: false }],
    ['words that the settings know', ok({ error: 'Insufficient CREDIT' }, 402), account],
    [
      'words of a text that is not taken',
      ok({ error: 'forbidden word' }, 400),
      { fault: 'content', permanent: true },
    ],
    ['a failure of which nobody knows what came', ok({}, 500), { outcome: 'unknown' }],
    [
      'elsewhere',
      { status: 302, headers: { location: 'https://example.com' } },
      { outcome: 'refused', fault: 'provider' },
    ],
  ],
});

const REFUSALS = [
  { path: 'messages[0].status.code', equals: '51', means: 'recipient' },
  { says: 'insufficient credit', means: 'account' },
];

async function sendBy(given: object, answer: ApiAnswer, message = makeSms()) {
  const server = await startApiServer(() => answer);
  const config = {
    id: 'gw',
    name: 'Test',
    version: 1,
    settings: Settings.parse({ ...given, endpoint: `${server.url}/send`, timeoutMs: 5000 }) as Record<
      string,
      unknown
    >,
    secrets: { apiKey: KEY },
  };
  const { outcomes } = await adapter.send(config, message, AbortSignal.timeout(5000));
  return { outcomes, calls: server.calls };
}

describe.each(Object.entries(GATEWAYS))('%s, by settings alone', (_name, gateway) => {
  it.each(HOSTILE_TEXTS)('takes %j as it is', async (text) => {
    const { outcomes, calls } = await sendBy(gateway.settings, gateway.accepted, makeSms({ text }));
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(calls.map(gateway.read)).toEqual([{ to: '+595981234567', text }]);
  });
});

describe('what a gateway may do', () => {
  it('its answer names the message; where 5xx is said to be safe it is a refusal', async () => {
    const taken = await sendBy(settings, accepted);
    expect(taken.outcomes).toMatchObject([{ providerMessageId: 'abc-1' }]);
    const failed = await sendBy({ ...settings, failuresAreSafe: true }, ok({}, 500));
    expect(failed.outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider', permanent: false }]);
  });

  it('a GET has all of it in its query', async () => {
    const kannel = HTTP_SMS_PRESETS.kannel!.settings;
    const answer = {
      status: 202,
      body: '0: Accepted for delivery',
      headers: { 'content-type': 'text/plain' },
    };
    const text = HOSTILE_TEXTS[3]!;
    const { outcomes, calls } = await sendBy({ ...kannel, username: 'relay' }, answer, makeSms({ text }));
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
    const [call] = calls;
    expect([call!.method, call!.body.length]).toEqual(['GET', 0]);
    expect(Object.fromEntries(new URL(call!.path, 'http://x').searchParams)).toMatchObject({
      username: 'relay',
      password: KEY,
      to: '+595981234567',
      text,
    });
  });

  it('every preset is right, and needs nothing but what its contract tells', () => {
    for (const [name, { settings: preset }] of Object.entries(HTTP_SMS_PRESETS))
      expect(Settings.safeParse(preset).success, name).toBe(true);
  });

  it.each([
    [{ template: '{"to":"{{to}}","text":"{{txet}}"}' }, 'template'],
    [{ template: '{"to":"{{to}}"}' }, 'template'],
    [{ template: 'to={{to}}&text={{text}}' }, 'template'],
    [{ format: 'form', template: '{"to":["{{to}}"],"text":"{{text}}"}' }, 'template'],
    [{ method: 'GET' }, 'format'],
    [{ auth: 'header' }, 'authName'],
    [{ auth: 'header', authName: 'x\r\ny' }, 'authName'],
    [{ endpoint: 'ftp://example.com' }, 'endpoint'],
    [{ idPath: '__proto__..x' }, 'idPath'],
  ])('%j is refused at its field', (over, field) => {
    const { error } = Settings.safeParse({
      endpoint: 'https://example.com',
      template: '{"to":"{{to}}","text":"{{text}}"}',
      ...over,
    });
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
