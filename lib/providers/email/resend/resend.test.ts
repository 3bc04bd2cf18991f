import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { RecipientOutcome } from '@/lib/channels/results';
import type { Adapter } from '@/lib/providers/adapter';
import { describeApiContract } from '@/lib/testing/api-contract';
import { type ApiAnswer, startApiServer } from '@/lib/testing/api-server';
import { KEY, readSend } from '@/lib/testing/apis/resend';
import { makeFullMessage, makeOutgoing } from '@/lib/testing/outgoing';
import { resend } from './resend';

const error = (statusCode: number, name: string, message: string) => ({
  status: statusCode,
  body: { statusCode, name, message },
});
const accepted = { status: 200, body: { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' } };
const invalidKey = error(403, 'invalid_api_key', 'API key is invalid.');
const domains = (...data: { name: string; status: string }[]) => ({ status: 200, body: { data } });
const verified = domains({ name: 'example.com', status: 'verified' });
const adapter = resend as unknown as Adapter;
const account = { fault: 'provider', permanent: true } as const;
const later = { fault: 'provider', permanent: false } as const;
const recipient = { fault: 'recipient', permanent: true } as const;
const content = { fault: 'content', permanent: true } as const;
const carry = { fault: 'cannot_carry', permanent: true } as const;

const unknown = { outcome: 'unknown' } as const;
const dailyQuota = error(429, 'daily_quota_exceeded', 'You have reached your daily email sending quota.');

const REFUSALS: [title: string, status: number, name: string, message: string, Partial<RecipientOutcome>][] =
  [
    ['no key', 401, 'missing_api_key', 'Missing API key.', account],
    ['key of another domain', 401, 'restricted_api_key', 'This API key is restricted.', account],
    ['sender not verified', 403, 'validation_error', 'The example.com domain is not verified.', account],
    [
      'no domain yet',
      403,
      'validation_error',
      'You can only send testing emails to your own email.',
      account,
    ],
    ['bad sender', 422, 'validation_error', 'Invalid `from` field.', account],
    ['bad sender, by name', 422, 'invalid_from_address', 'Invalid from address.', account],
    ['bad recipient', 422, 'validation_error', 'Invalid `to` field. The email address needs to', recipient],
    [
      'another field: the content',
      400,
      'validation_error',
      'We found an error with one or more fields',
      content,
    ],
    ['missing field: the content', 422, 'missing_required_field', 'Missing `subject` field.', content],
    ['bad attachment: not carried', 422, 'invalid_attachment', 'Attachment must have a `content`.', carry],
    ['key that is gone, 400', 400, 'validation_error', 'API key is invalid', account],
    ['key that is gone, 401', 401, 'validation_error', 'API key is invalid', account],
    [
      'more recipients than it takes: not carried',
      422,
      'validation_error',
      'The `to` field may have at most 50 recipients.',
      carry,
    ],
    ['a name it does not take', 451, 'security_error', 'The email payload contain invalid characters', carry],
    ['security: the content', 451, 'security_error', 'We may have found a security issue.', content],
    ['monthly quota: for now', 429, 'monthly_quota_exceeded', 'You have reached your monthly quota.', later],
    ['first try under way: not known', 409, 'concurrent_idempotent_requests', 'Same key used.', unknown],
    ['first try was different: not known', 409, 'invalid_idempotent_request', 'Same key used.', unknown],
    ['wrong endpoint', 404, 'not_found', 'The requested endpoint does not exist.', account],
    ['their fault: for now', 500, 'application_error', 'An unexpected error occurred.', later],
  ];

describeApiContract({
  adapter,
  secrets: { apiKey: KEY },
  isSend: ({ path }) => path === '/emails',
  readSend,
  accepted,
  check: {
    works: ({ method, path, headers }) =>
      method === 'GET' && path === '/domains' && headers.authorization === `Bearer ${KEY}`
        ? verified
        : invalidKey,
    failures: {
      auth: invalidKey,
      sender: domains({ name: 'example.com', status: 'pending' }),
      throttled: error(429, 'rate_limit_exceeded', 'Too many requests.'),
      unavailable: error(500, 'internal_server_error', 'An unexpected error occurred.'),
    },
  },
  badCredentials: invalidKey,
  throttled: {
    answer: {
      ...error(
        429,
        'rate_limit_exceeded',
        'Too many requests. Please limit the number of requests per second.',
      ),
      headers: { 'retry-after': '2' },
    },
    retryAfterMs: 2000,
  },
  oneBad: () =>
    error(
      422,
      'validation_error',
      'Invalid `to` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.',
    ),
  refusals: {
    ...Object.fromEntries(
      REFUSALS.map(([title, status, name, message, expected]) => [
        title,
        { answer: error(status, name, message), expected },
      ]),
    ),
    'over 40 MB: not carried': { answer: { status: 413, body: '' }, expected: carry },
    'daily quota: for now, though the rate limit is over in a second': {
      answer: { ...dailyQuota, headers: { 'ratelimit-reset': '1' } },
      expected: { ...later, retryAfterMs: undefined },
    },
    'daily quota with its renewal': {
      answer: { ...dailyQuota, headers: { 'retry-after': '7200' } },
      expected: { ...later, retryAfterMs: 7_200_000 },
    },
    'a 200 of somebody else: not known': { answer: { status: 200, body: { ok: true } }, expected: unknown },
  },
});

async function serve(answer: ApiAnswer) {
  const server = await startApiServer(() => answer);
  const settings = { endpoint: `${server.url}/`, timeoutMs: 5000 };
  const config = { id: 're', name: 'Test', version: 1, settings, secrets: { apiKey: KEY } };
  const send = (message: OutgoingMessage) => adapter.send(config, message, AbortSignal.timeout(5000));
  const test = (email: string) =>
    adapter.test(config, {
      signal: AbortSignal.timeout(5000),
      message: makeOutgoing({ from: { email } }),
    });
  return { server, send, test };
}

describe('resend: every part of a message', () => {
  it('is carried as the API documents it', async () => {
    const message = makeFullMessage();
    message.replyTo.push({ email: 'lab@example.com', name: 'Pérez, Lab' });
    message.attachments[0]!.contentId = 'receipt';
    const { server, send } = await serve(accepted);
    const { outcomes } = await send(message);
    expect(outcomes[0]).toMatchObject({ outcome: 'accepted', providerMessageId: accepted.body.id });
    const { body } = readSend(server.calls[0]!);
    expect(body).toEqual({
      from: String.raw`"Clínica Ñandú, S.A. \"Norte\"" <clinic@example.com>`,
      to: ['Ana Núñez <ana@example.com>', 'ben@example.com'],
      cc: ['Карла 李 <carla@example.com>'],
      bcc: ['Blind <blind@example.com>'],
      reply_to: [
        'Recepción <desk@example.com>',
        `=?UTF-8?B?${Buffer.from('Pérez, Lab').toString('base64')}?= <lab@example.com>`,
      ],
      subject: message.subject,
      html: message.html,
      text: message.text,
      headers: { ...message.headers, 'Message-ID': message.messageIdHeader },
      tags: [{ name: 'relevo_id', value: message.id }],
      attachments: message.attachments.map(({ filename, content, contentType, contentId }) => ({
        filename,
        content: content.toString('base64'),
        content_type: contentType,
        ...(contentId && { content_id: contentId }),
      })),
    });
  });

  it('has one idempotency key for the same people, and another for others', async () => {
    const { server, send } = await serve(accepted);
    const message = makeOutgoing({ recipients: ['ana@example.com', 'ben@example.com'] });
    await send(message);
    await send({ ...message, recipients: message.recipients.toReversed() });
    await send({ ...message, recipients: ['ben@example.com'] });
    const [first, again, rest] = server.calls.map(({ headers }) => headers['idempotency-key']);
    expect(again).toBe(first);
    expect(rest).not.toBe(first);
  });
});

describe('resend: the connection test', () => {
  it('takes a key that may only send', async () => {
    const { test } = await serve(
      error(401, 'restricted_api_key', 'This API key is restricted to only send emails.'),
    );
    expect((await test('clinic@example.com')).steps[0]).toMatchObject({ name: 'auth', ok: true });
  });

  it('names the domain of the sender that is not verified', async () => {
    const { test } = await serve(verified);
    const { ok, cause, steps } = await test('clinic@example.org');
    expect({ ok, cause }).toEqual({ ok: false, cause: 'sender' });
    expect(steps[0]!.detail).toMatch(/^example\.org is not verified/);
  });
});
