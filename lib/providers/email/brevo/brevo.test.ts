import { describe, expect, it } from 'vitest';
import { nameForApi } from '@/lib/channels/email/header-text';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Adapter } from '@/lib/providers/adapter';
import { describeApiContract } from '@/lib/testing/api-contract';
import { startApiServer } from '@/lib/testing/api-server';
import { KEY, readSend } from '@/lib/testing/apis/brevo';
import { makeFullMessage } from '@/lib/testing/outgoing';
import { brevo } from './brevo';

const adapter = brevo as unknown as Adapter;
const error = (status: number, code: string, message: string, headers?: Record<string, string>) => ({
  status,
  body: { code, message },
  headers,
});
const account = (...plan: object[]) => ({ status: 200, body: { email: 'clinic@example.com', plan } });
const broken = { fault: 'provider', permanent: true } as const;
const carry = { fault: 'cannot_carry', permanent: true } as const;

describeApiContract({
  adapter,
  secrets: { apiKey: KEY },
  isSend: ({ path }) => path === '/v3/smtp/email',
  readSend,
  accepted: { status: 201, body: { messageId: '<1@smtp-relay.mailin.fr>' } },
  check: {
    works: (call) => {
      expect(call).toMatchObject({ method: 'GET', path: '/v3/account', headers: { 'api-key': KEY } });
      return account({ type: 'free', creditsType: 'sendLimit', credits: 278 });
    },
    failures: {
      auth: error(401, 'unauthorized', 'Key not found'),
      permission: error(403, 'permission_denied', 'no access'),
      blocked: error(403, 'account_under_validation', 'Your account is under validation'),
      quota: account(
        { type: 'free', creditsType: 'sendLimit', credits: 0 },
        { type: 'sms', creditsType: 'sendLimit', credits: 12 },
      ),
      unavailable: { status: 502, body: '<html>' },
      protocol: { status: 200, body: '<html>' },
    },
  },
  badCredentials: error(401, 'unauthorized', 'Key not found'),
  throttled: {
    answer: error(429, 'too_many_requests', 'slow down', { 'x-sib-ratelimit-reset': '12' }),
    retryAfterMs: 12_000,
  },
  // https://github.com/getbrevo/brevo-node/issues/40: nobody is named.
  oneBad: () => error(400, 'invalid_parameter', 'email is not valid in to'),
  refusals: {
    'no credits: the provider, for now': {
      answer: error(402, 'not_enough_credits', 'Not enough credits to send'),
      expected: { fault: 'provider', permanent: false, quota: true, code: 'not_enough_credits' },
    },
    'not allowed: the provider, for good': {
      answer: error(403, 'permission_denied', 'SMTP account is not yet activated'),
      expected: broken,
    },
    'account not checked yet: the provider, for good': {
      answer: error(403, 'account_under_validation', 'Your account is under validation'),
      expected: broken,
    },
    'unknown address of our server: the provider, for good': {
      answer: error(401, 'unauthorized', 'We have detected you are using an unrecognised IP address'),
      expected: broken,
    },
    'sender not verified: the provider, for good': {
      answer: error(400, 'invalid_parameter', 'Sending rejected because the sender you used is not valid'),
      expected: broken,
    },
    'bad recipient: the recipient': {
      answer: error(400, 'invalid_parameter', 'email is not valid in to'),
      expected: {
        fault: 'recipient',
        permanent: true,
        reply: '400 invalid_parameter: email is not valid in to',
      },
    },
    'kind of file not taken: not carried': {
      answer: error(400, 'invalid_parameter', 'Unsupported file format'),
      expected: carry,
    },
    'an attachment that it cannot read: not carried': {
      answer: error(400, 'invalid_parameter', "'content' is not valid in attachment"),
      expected: carry,
    },
    'bad content: the content': {
      answer: error(400, 'invalid_parameter', 'subject is not valid'),
      expected: { fault: 'content', permanent: true },
    },
    'something missing: the content': {
      answer: error(400, 'missing_parameter', 'subject is missing'),
      expected: { fault: 'content', permanent: true },
    },
    'too large: not carried': { answer: { status: 413, body: '<html>' }, expected: carry },
    'wrong address of the API: the provider, for good': {
      answer: error(404, 'document_not_found', 'Not found'),
      expected: broken,
    },
    'taken before: accepted': {
      answer: error(400, 'duplicate_request', 'Request already processed'),
      expected: { outcome: 'accepted' },
    },
    'their fault: the provider, for now': {
      answer: { status: 500, body: '<html>' },
      expected: { fault: 'provider', permanent: false },
    },
    'accepted by something that is not Brevo: not known': {
      answer: { status: 200, body: { ok: true } },
      expected: { outcome: 'unknown' },
    },
  },
});

/** Brevo takes no files that end in .eml, and in headers nothing beyond ASCII. */
const makeCarried = () => {
  const message = makeFullMessage();
  return {
    ...message,
    headers: { 'X-Clinic': 'Area 51' },
    attachments: message.attachments.filter(({ filename }) => !filename.endsWith('.eml')),
  };
};

describe('brevo: every part of a message', () => {
  const send = async (...messages: OutgoingMessage[]) => {
    const server = await startApiServer(() => ({ status: 201, body: { messageId: '<1@brevo>' } }));
    const settings = { endpoint: server.url, timeoutMs: 5000 };
    const config = { id: 'brevo', name: 'Test', version: 1, settings, secrets: { apiKey: KEY } };
    const results = [];
    for (const message of messages)
      results.push(await adapter.send(config, message, AbortSignal.timeout(5000)));
    return { outcomes: results.flatMap(({ outcomes }) => outcomes), mails: server.calls.map(readSend) };
  };

  it('is carried as the API documents it', async () => {
    const message = makeCarried();
    const { outcomes, mails } = await send(message);
    expect(outcomes[0]).toMatchObject({ outcome: 'accepted', providerMessageId: '<1@brevo>' });
    expect(mails[0]!.mail).toMatchObject({
      // Beyond ASCII and with a comma: dropped by Brevo, unless it is encoded.
      sender: { ...message.from, name: nameForApi(message.from.name!) },
      to: message.to,
      cc: message.cc,
      bcc: message.bcc,
      replyTo: message.replyTo[0],
      subject: message.subject,
      htmlContent: message.html,
      textContent: message.text,
      headers: { ...message.headers, 'X-Mailin-custom': `{"relevo_id":"${message.id}"}` },
      attachment: message.attachments.map(({ filename, content }) => ({
        name: filename,
        content: content.toString('base64'),
      })),
    });
  });

  it('has the same idempotency key when tried again, and another for other people or a resend', async () => {
    const message = makeCarried();
    const others = { ...message, recipients: ['ben@example.com'] };
    const { mails } = await send(message, message, others, { ...message, resendCount: 1 });
    const [first, again, ...different] = mails.map(({ mail }) => mail.headers?.idempotencyKey);
    expect(again).toBe(first);
    expect(new Set([first, ...different]).size).toBe(3);
  });
});

it('brevo: the test tells the plan and what is left', async () => {
  const server = await startApiServer(() =>
    account({ type: 'free', credits: 278 }, { type: 'sms', credits: 0 }, { type: 'enterprise' }),
  );
  const config = {
    id: 'brevo',
    name: 'Test',
    version: 1,
    settings: { endpoint: server.url, timeoutMs: 5000 },
    secrets: { apiKey: KEY },
  };
  const { steps } = await adapter.test(config, { signal: AbortSignal.timeout(5000) });
  expect(steps[0]?.detail).toBe('plan free: 278 credits left, plan enterprise');
});
