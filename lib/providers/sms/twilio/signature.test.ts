import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { QUERY } from '@/lib/events/query';
import { verifyTwilio } from './signature';

const form = (parts: [string, string][]) => Buffer.from(new URLSearchParams(parts).toString());
const CALL: [string, string][] = [
  ['CallSid', 'CA1234567890ABCDE'],
  ['Caller', '+14158675309'],
  ['Digits', '1234'],
  ['From', '+14158675309'],
  ['To', '+18005551212'],
];
const HASH = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';
const JSON_BODY = Buffer.from('{"property": "value", "boolean": true}');
const AT = 'https://mycompany.com/myapp.php';
const SID = `SM${'0'.repeat(31)}1`;
const STATUS: [string, string][] = [
  ['AccountSid', `AC${'0'.repeat(32)}`],
  ['ApiVersion', '2010-04-01'],
  ['ErrorCode', '30003'],
  ['From', '+15005550006'],
  ['MessageSid', SID],
  ['SmsSid', SID],
  ['MessageStatus', 'undelivered'],
  ['SmsStatus', 'undelivered'],
  ['To', '+595981123456'],
];

type Scene = { url: string; query?: string; body: Uint8Array; json?: boolean; settings?: string };

function verify({ url, query = '', body, json, settings }: Scene, signature: string, authToken = '12345') {
  const headers = {
    'x-twilio-signature': signature,
    'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
    ...(query && { [QUERY]: query }),
    ...(settings && { 'x-twilio-webhooks-signature-settings': settings }),
  };
  return verifyTwilio({ headers, body, receivedAt: new Date() }, url, { authToken, sharedKey: authToken });
}

// Of Twilio's own documents and of its clients' tests (twilio-node, webhooks.spec.ts); the last two made with OpenSSL.
const VECTORS: [string, Scene, string][] = [
  ['a form', { url: AT, query: 'foo=1&bar=2', body: form(CALL) }, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['a form at :443', { url: AT, query: 'foo=1&bar=2', body: form(CALL) }, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  [
    'a form at :80',
    { url: AT.replace('https', 'http'), query: 'foo=1&bar=2', body: form(CALL) },
    '0ZXoZLH/DfblKGATFgpif+LLRf4=',
  ],
  [
    'a form at another port',
    { url: 'http://mycompany.com:1234/myapp.php', query: 'foo=1&bar=2', body: form(CALL) },
    'Zmvh+3yNM1Phv2jhDCwEM3q5ebU=',
  ],
  [
    'a name twice',
    {
      url: AT,
      query: 'foo=1&bar=2',
      body: form([
        ['Sid', 'CA123'],
        ['SidAccount', 'AC123'],
        ['Digits', '5678'],
        ['Digits', '1234'],
        ['Digits', '1234'],
      ]),
    },
    'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
  ],
  [
    'JSON',
    { url: AT, query: `foo=1&bar=2&bodySHA256=${HASH}`, body: JSON_BODY, json: true },
    'a9nBmqA0ju/hNViExpshrM61xv4=',
  ],
  [
    'JSON without another part in the query',
    { url: AT, query: `bodySHA256=${HASH}`, body: JSON_BODY, json: true },
    'y77kIzt2vzLz71DgmJGsen2scGs=',
  ],
  [
    'a status',
    { url: 'https://relevo.example/api/hooks/018f', query: 'rcpt=1', body: form(STATUS) },
    'w9M0CQ6s5aPyWzGjhbUJmzvLc0c=',
  ],
  [
    'a status under a rule of the account’s own',
    {
      url: 'https://relevo.example/api/hooks/018f',
      query: 'rcpt=1',
      body: form(STATUS),
      settings: 'key=webhooks_sharedkey_1,algorithm=HMAC_SHA256',
    },
    'kkqxX7/Fms+q4wuIo5XA58b3rYIMzLDmLEikMa89520=',
  ],
];

describe.each(VECTORS)('%s, signed by Twilio', (_, scene, signature) => {
  it('is taken', () => {
    expect(verify(scene, signature)).toEqual({ ok: true });
  });

  it('is not with a byte changed, another token, or no signature', () => {
    const body = Buffer.from(scene.body);
    body[body.length - 2] = 0x58;
    expect(verify({ ...scene, body }, signature)).toMatchObject({ ok: false });
    expect(verify(scene, signature, '12346')).toMatchObject({ ok: false });
    expect(verify(scene, '')).toMatchObject({ ok: false, reason: expect.stringContaining('without') });
  });
});

describe('what proves nothing', () => {
  const [, scene, signature] = VECTORS[6]!;

  it('JSON whose hash is not in the signed address', () => {
    expect(verify({ ...scene, query: '' }, signature)).toMatchObject({ ok: false });
  });

  it('an algorithm that nobody knows, and an API key in place of the auth token', () => {
    expect(verify({ ...scene, settings: 'algorithm=NONE' }, signature)).toMatchObject({ ok: false });
    const headers = { 'x-twilio-signature': signature };
    const request = { headers, body: new Uint8Array(), receivedAt: new Date() };
    expect(verifyTwilio(request, AT, { authToken: undefined })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('set here'),
    });
  });

  it('a quote that was written otherwise on the way is the same', () => {
    const url = 'https://mycompany.com/myapp.php';
    const body = form(CALL);
    const quoted = (query: string) => verify({ url, query, body }, signed(`${url}?name='Ana'`));
    expect(quoted("name='Ana'")).toEqual({ ok: true });
    expect(quoted('name=%27Ana%27')).toEqual({ ok: true });
    expect(quoted('name=%22Ana%22')).toMatchObject({ ok: false });
  });
});

function signed(url: string): string {
  const parts = CALL.map(([name, value]) => name + value).join('');
  return createHmac('sha1', '12345')
    .update(url + parts)
    .digest('base64');
}
