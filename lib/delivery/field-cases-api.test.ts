import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { closeAdapters } from '@/lib/providers/registry';
import {
  type ApiAnswer,
  type ApiCallSeen,
  allowLoopbackTargets,
  startApiServer,
} from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne, failuresOf } from '@/lib/testing/deliver';
import { closeBreakers, makeProvider, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';

/** What APIs do in the field, and what must become of a message that may go through P and then through S. */
useTestDatabase();
useOneTry();
allowLoopbackTargets();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  expect(await findViolations(sql())).toEqual([]);
});

const KEYS: Record<string, Record<string, string>> = {
  ses: { accessKeyId: 'AKIAEXAMPLE0123456789', secretAccessKey: 'secret' },
};
const SETTINGS: Record<string, Record<string, unknown>> = {
  ses: { region: 'eu-west-1' },
  mailgun: { domain: 'mg.example.com' },
};
const ACCEPTED: Record<string, Exclude<ApiAnswer, string>> = {
  sendgrid: { status: 202, headers: { 'x-message-id': '1' } },
  mailgun: { status: 200, body: { id: '<1@mg.example.com>', message: 'Queued. Thank you.' } },
  ses: { status: 200, body: { MessageId: '1' } },
  brevo: { status: 201, body: { messageId: '<1@smtp-relay.mailin.fr>' } },
  postmark: { status: 200, body: { MessageID: '1', ErrorCode: 0, Message: 'OK' } },
  resend: { status: 200, body: { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' } },
};

async function makeP(kind: string, answer: (call: ApiCallSeen, nth: number) => ApiAnswer) {
  let nth = 0;
  const server = await startApiServer((call) => answer(call, ++nth));
  const settings = { ...SETTINGS[kind], endpoint: server.url };
  const secrets = KEYS[kind] ?? { apiKey: 'key-0123456789abcdef' };
  return { server, ...(await makeProvider({ kind: kind as 'sendgrid', settings, secrets })) };
}

const deliver = (providers: string[], input: Parameters<typeof deliverOne>[0] = {}) =>
  deliverOne({ providers, ...input });

const ses = (type: string, message: string): ApiAnswer => ({
  status: 400,
  headers: { 'x-amzn-errortype': type },
  body: { message },
});

describe('F10, one bad address among several', () => {
  const to = ['ana@cliente.example', 'malo@cliente.example', 'luis@cliente.example'];
  const answers: [string, ApiAnswer][] = [
    [
      'sendgrid',
      {
        status: 400,
        body: {
          errors: [{ field: 'personalizations.0.to.1.email', message: 'Does not contain a valid address.' }],
        },
      },
    ],
    ['mailgun', { status: 400, body: { message: "'to' parameter is not a valid address" } }],
    ['resend', { status: 422, body: { name: 'validation_error', message: 'Invalid `to` field.' } }],
    ['ses', ses('BadRequestException', 'Illegal address')],
    ['brevo', { status: 400, body: { code: 'invalid_parameter', message: 'email is not valid in to' } }],
    [
      'postmark',
      { status: 422, body: { ErrorCode: 300, Message: "Invalid 'To' address: 'malo@cliente.example'." } },
    ],
  ];

  it.each(answers)('%s: it bounces alone, the others got theirs at once', async (kind, refusal) => {
    const p = await makeP(kind, ({ body }) =>
      isFor(body, 'malo@cliente.example') ? refusal : ACCEPTED[kind]!,
    );
    const s = await makeProvider();
    const message = await deliver([p.name, s.name], { to });
    expect(message.status).toBe('sent');
    expect(message.recipients.map(({ address, status }) => [address, status])).toEqual([
      ['ana@cliente.example', 'accepted'],
      ['malo@cliente.example', 'bounced'],
      ['luis@cliente.example', 'accepted'],
    ]);
    expect(message.attempts.map(({ provider }) => provider)).toEqual([p.name]);
    expect(await failuresOf(p.id)).toBe(0);
  });
});

/** SES is given the message whole, in base64. */
function isFor(body: Buffer, address: string): boolean {
  const text = body.toString('utf8');
  const raw = /"Data":"([^"]+)"/.exec(text)?.[1] ?? '';
  return text.includes(address) || Buffer.from(raw, 'base64').includes(address);
}

describe('F11, what one provider cannot carry', () => {
  it.each<[string, ApiAnswer]>([
    [
      'sendgrid',
      { status: 413, body: '<html><head><title>413 Request Entity Too Large</title></head></html>' },
    ],
    ['postmark', { status: 422, body: { ErrorCode: 300, Message: "The extension '.mdb' is not allowed." } }],
    ['mailgun', { status: 400, body: { message: 'Message too big' } }],
    ['ses', ses('BadRequestException', 'Message length is more than 41943040 bytes long')],
    ['brevo', { status: 400, body: { code: 'invalid_parameter', message: 'Unsupported file format' } }],
    ['resend', { status: 413, body: '' }],
  ])('%s: the next one does, and nobody is ill', async (kind, answer) => {
    const p = await makeP(kind, () => answer);
    const s = await makeProvider();
    expect(await deliver([p.name, s.name])).toMatchObject({ status: 'sent', provider: s.name });
    expect(await failuresOf(p.id)).toBe(0);
  });
});

describe("F16, an answer that is not the API's", () => {
  it.each(Object.keys(ACCEPTED))(
    '%s: a page with 200 sends nothing, the next one takes over',
    async (kind) => {
      const p = await makeP(kind, () => ({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>Please sign in to the network</body></html>',
      }));
      const s = await makeProvider();
      expect(await deliver([p.name, s.name])).toMatchObject({ status: 'sent', provider: s.name });
    },
  );
});

describe('F17, an edge that gave up waiting', () => {
  it.each([520, 524, 504])('%i: nobody sends a second copy', async (status) => {
    const p = await makeP('sendgrid', () => ({ status, body: 'error code' }));
    const s = await makeProvider();
    const message = await deliver([p.name, s.name], { category: 'marketing' });
    expect(message.status).toBe('uncertain');
    expect(message.attempts.map(({ provider }) => provider)).toEqual([p.name]);
  });
});

describe('F3, asked too fast', () => {
  it.each<[string, ApiAnswer]>([
    [
      'resend',
      {
        status: 429,
        headers: { 'retry-after': '1' },
        body: { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests.' },
      },
    ],
    ['ses', ses('TooManyRequestsException', 'Maximum sending rate exceeded.')],
    ['sendgrid', { status: 429, body: { errors: [{ field: null, message: 'too many requests' }] } }],
    ['mailgun', { status: 429, body: { message: 'Too many requests' } }],
    ['brevo', { status: 429, body: { code: 'too_many_requests', message: 'slow down' } }],
    ['postmark', { status: 429, body: { ErrorCode: 429, Message: 'Rate limit exceeded' } }],
  ])('%s: the message waits for its turn, no fault, no limit, nobody else asked', async (kind, answer) => {
    const p = await makeP(kind, (_call, nth) => (nth === 1 ? answer : ACCEPTED[kind]!));
    const s = await makeProvider();
    const message = await deliver([p.name, s.name]);
    expect(message.attempts.map(({ provider }) => provider)).toEqual([p.name]);
    expect(message.attempts[0]!.outcomes).toMatchObject([{ outcome: 'refused', fault: 'throttled' }]);
    expect(message.reason).toBe('paced');
    expect(await failuresOf(p.id)).toBe(0);
  });
});
