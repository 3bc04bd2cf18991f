import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { InboundRequest } from '@/lib/events/inbound';
import { getAdapter } from '@/lib/providers/registry';

const receivedAt = new Date('2026-11-29T12:00:00Z');
const nowS = String(receivedAt.getTime() / 1_000);

function verify(kind: string, given: Partial<InboundRequest>, config: object) {
  const request = { headers: {}, body: Buffer.from('{}'), receivedAt, ...given };
  const empty = { id: '', name: '', version: 1, settings: {}, secrets: {} };
  return getAdapter(kind).events!.verify(request, { ...empty, ...config });
}

const taken = { ok: true };
const refused = (about: string) => ({ ok: false, reason: expect.stringContaining(about) });

it.each([
  'sendgrid',
  'mailgun',
  'postmark',
  'brevo',
  'resend',
  'ses',
  'twilio',
  'http-sms',
  'whatsapp',
  'telegram',
])('%s: without what proves it nothing is taken, and the log says that it is missing here', async (kind) =>
  expect(await verify(kind, {}, {})).toEqual(refused('set here')),
);

describe('SendGrid: ECDSA over time and bytes', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const shown = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const settings = { webhookPublicKey: shown };
  // As it sends them: lines end with CRLF, and the end of the body belongs to it.
  const body = Buffer.from('[{"email":"ana@example.com","event":"delivered"},\r\n{"event":"open"}]\r\n');
  const signed = (time: string, bytes: Uint8Array) => ({
    headers: {
      'x-twilio-email-event-webhook-timestamp': time,
      'x-twilio-email-event-webhook-signature': sign(
        'sha256',
        Buffer.concat([Buffer.from(time), bytes]),
        privateKey,
      ).toString('base64'),
    },
    body: bytes,
  });

  it('is taken as it was signed, with the key in a frame or without', async () => {
    expect(await verify('sendgrid', signed(nowS, body), { settings })).toEqual(taken);
    const webhookPublicKey = publicKey.export({ format: 'pem', type: 'spki' });
    expect(await verify('sendgrid', signed(nowS, body), { settings: { webhookPublicKey } })).toEqual(taken);
  });

  it.each([
    ['another body', { ...signed(nowS, body), body: body.subarray(0, -2) }, 'signature'],
    ['no signature', { body }, 'without a signature'],
    [
      'a signature that is none',
      { body, headers: { ...signed(nowS, body).headers, 'x-twilio-email-event-webhook-signature': '%%%' } },
      'signature',
    ],
    [
      'another time',
      { body, headers: { ...signed(nowS, body).headers, 'x-twilio-email-event-webhook-timestamp': '1' } },
      'signature',
    ],
  ])('is not taken with %s', async (_, given, about) => {
    expect(await verify('sendgrid', given, { settings })).toEqual(refused(about));
  });

  it('says that a key is none', async () => {
    const settings = { webhookPublicKey: 'SG.abc' };
    expect(await verify('sendgrid', signed(nowS, body), { settings })).toEqual(refused('is none'));
  });
});

describe('Mailgun: HMAC over time and token, each token once', () => {
  const secrets = { webhookSigningKey: 'key-3ax6xnjp29jd6fds4gc373sgvjxteol0' };
  const token = 'a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0';
  const body = (timestamp: string, key = secrets.webhookSigningKey) => {
    const signature = createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex');
    return {
      body: Buffer.from(JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': {} })),
    };
  };

  it('is taken under its token', async () => {
    expect(await verify('mailgun', body(nowS), { secrets })).toEqual({ ok: true, key: token });
  });

  it('is not taken by another key or after days, and told not to try again', async () => {
    expect(await verify('mailgun', body(nowS, 'other'), { secrets })).toEqual({
      ...refused('signature'),
      status: 406,
    });
    const old = String(Number(nowS) - 4 * 86_400);
    expect(await verify('mailgun', body(old), { secrets })).toEqual({ ...refused('older'), status: 406 });
    expect(await verify('mailgun', {}, { secrets })).toEqual(refused('without a signature'));
    expect(await verify('mailgun', { body: Buffer.from('{') }, { secrets })).toEqual(refused('without'));
  });
});

describe('Resend: as Svix signs', () => {
  // Of https://docs.svix.com/receiving/verifying-payloads/how-manual
  const secrets = { webhookToken: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' };
  const headers = {
    'svix-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'svix-timestamp': '1614265330',
    'svix-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,bm9ldHUjKzFob2VudXRodWVz',
  };
  const body = Buffer.from('{"test": 2432232314}');
  const at = new Date(1614265330_000);

  it('knows the example of its documents', async () => {
    const key = headers['svix-id'];
    expect(await verify('resend', { headers, body, receivedAt: at }, { secrets })).toEqual({ ok: true, key });
    const renamed = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.replace('svix', 'webhook'), value]),
    );
    expect(await verify('resend', { headers: renamed, body, receivedAt: at }, { secrets })).toEqual({
      ok: true,
      key,
    });
  });

  it.each([
    ['six minutes later', { headers, body, receivedAt: new Date(at.getTime() + 360_000) }, 'five minutes'],
    ['six minutes earlier', { headers, body, receivedAt: new Date(at.getTime() - 360_000) }, 'five minutes'],
    ['with another body', { headers, body: Buffer.from('{}'), receivedAt: at }, 'signature'],
    ['under another id', { headers: { ...headers, 'svix-id': 'msg_2' }, body, receivedAt: at }, 'signature'],
    [
      'without a time',
      { headers: { ...headers, 'svix-timestamp': 'x' }, body, receivedAt: at },
      'five minutes',
    ],
    ['unsigned', { body, receivedAt: at }, 'without a signature'],
  ])('is not taken %s', async (_, given, about) => {
    expect(await verify('resend', given, { secrets })).toEqual(refused(about));
  });
});

describe.each(['postmark', 'brevo'])('%s: not signed, so it shows a secret', (kind) => {
  const secrets = { webhookToken: 'a-long-secret:with-a-colon' };
  const basic = (pair: string) => ({
    headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
  });

  it('is taken with it', async () => {
    for (const given of [
      { headers: { authorization: `Bearer ${secrets.webhookToken}` } },
      basic(`relevo:${secrets.webhookToken}`),
      { headers: { 'x-webhook-token': secrets.webhookToken } },
    ])
      expect(await verify(kind, given, { secrets })).toEqual(taken);
  });

  it('is not taken without it', async () => {
    expect(await verify(kind, basic('relevo:wrong'), { secrets })).toEqual(refused('not the one'));
    expect(await verify(kind, { headers: { authorization: 'Bearer ' } }, { secrets })).toEqual(
      refused('without'),
    );
    expect(await verify(kind, { headers: { authorization: 'Digest x' } }, { secrets })).toEqual(
      refused('without'),
    );
  });
});
