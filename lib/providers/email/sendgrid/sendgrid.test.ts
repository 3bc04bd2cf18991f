import { describe, expect, it } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { describeApiContract } from '@/lib/testing/api-contract';
import { startApiServer } from '@/lib/testing/api-server';
import { KEY, readSend } from '@/lib/testing/apis/sendgrid';
import { makeFullMessage } from '@/lib/testing/outgoing';
import { sendgrid } from './sendgrid';

const error = (message: string, field: string | null = null) => ({
  errors: [{ message, field, help: null }],
});
const adapter = sendgrid as unknown as Adapter;

describeApiContract({
  adapter,
  secrets: { apiKey: KEY },
  isSend: ({ path }) => path === '/v3/mail/send',
  readSend,
  accepted: { status: 202, headers: { 'x-message-id': 'sg-1' } },
  check: {
    works: { status: 200, body: { scopes: ['mail.send'] } },
    failures: {
      auth: { status: 401, body: error('authorization required') },
      permission: { status: 200, body: { scopes: ['stats.read'] } },
      unavailable: { status: 500, body: {} },
      throttled: { status: 429, body: error('too many requests') },
    },
  },
  badCredentials: {
    status: 401,
    body: error('The provided authorization grant is invalid, expired, or revoked'),
  },
  throttled: {
    answer: { status: 429, body: error('too many requests'), headers: { 'retry-after': '30' } },
    retryAfterMs: 30_000,
  },
  namesBad: true,
  // https://github.com/sendgrid/sendgrid-python/issues/704
  oneBad: ({ index }) => ({
    status: 400,
    body: error('Does not contain a valid address.', `personalizations.0.to.${index}.email`),
  }),
  refusals: {
    'credits used up: the provider, for now': {
      answer: { status: 401, body: error('Maximum credits exceeded') },
      expected: { fault: 'provider', permanent: false, quota: true },
    },
    'limits of the account used up: the provider, for now': {
      answer: { status: 403, body: error('You have exceeded your messaging limits') },
      expected: { fault: 'provider', permanent: false, quota: true },
    },
    'sender not verified: the provider, for good': {
      answer: {
        status: 403,
        body: error('The from address does not match a verified Sender Identity', 'from'),
      },
      expected: { fault: 'provider', permanent: true },
    },
    'bad recipient: the recipient': {
      answer: {
        status: 400,
        body: error('Does not contain a valid address.', 'personalizations.0.to.0.email'),
      },
      expected: { fault: 'recipient', permanent: true },
    },
    'bad sender: the provider': {
      answer: { status: 400, body: error('Invalid from', 'from.email') },
      expected: { fault: 'provider', permanent: true },
    },
    'bad content: the content': {
      answer: {
        status: 400,
        body: error('The content value must be a string at least one character', 'content.0.value'),
      },
      expected: { fault: 'content', permanent: true },
    },
    'too large: not carried': {
      answer: { status: 413, body: error('payload too large') },
      expected: { fault: 'cannot_carry', permanent: true },
    },
    'an attachment that it does not like: not carried': {
      answer: { status: 400, body: error('The attachment content must be base64.', 'attachments.0.content') },
      expected: { fault: 'cannot_carry', permanent: true },
    },
    'the name of a recipient: the content': {
      answer: { status: 400, body: error('Invalid type.', 'personalizations.0.to.0.name') },
      expected: { fault: 'content', permanent: true },
    },
    'the same address twice: not carried': {
      answer: {
        status: 400,
        body: error(
          'Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [ana@example.com] in the personalizations.0.cc field.',
          'personalizations.0',
        ),
      },
      expected: { fault: 'cannot_carry', permanent: true },
    },
    '200 outside of the sandbox mode: not known': {
      answer: { status: 200, body: '' },
      expected: { outcome: 'unknown' },
    },
    'errors in another shape: the content': {
      answer: { status: 400, body: { errors: { message: 7 } } },
      expected: { fault: 'content', permanent: true },
    },
    'their fault: the provider, for now': {
      answer: { status: 500, body: '<html>' },
      expected: { fault: 'provider', permanent: false },
    },
    'their gateway gave up: not known': {
      answer: { status: 504, body: '<html>' },
      expected: { outcome: 'unknown' },
    },
  },
});

describe('sendgrid: every part of a message', () => {
  it('is carried as the API documents it', async () => {
    const server = await startApiServer(() => ({ status: 202, headers: { 'x-message-id': 'sg-1' } }));
    const settings = { endpoint: server.url, timeoutMs: 5000, sandboxMode: true };
    const message = makeFullMessage();
    const config = { id: 'sg', name: 'Test', version: 1, settings, secrets: { apiKey: KEY } };
    const { outcomes } = await adapter.send(config, message, AbortSignal.timeout(5000));
    expect(outcomes[0]).toMatchObject({ providerMessageId: 'sg-1' });
    const { mail } = readSend(server.calls[0]!);
    expect(mail).toMatchObject({
      from: message.from,
      personalizations: [{ to: message.to, cc: message.cc, bcc: message.bcc }],
      reply_to: message.replyTo[0],
      subject: message.subject,
      content: [
        { type: 'text/plain', value: message.text },
        { type: 'text/html', value: message.html },
      ],
      headers: { ...message.headers, 'Message-ID': message.messageIdHeader },
      custom_args: { relevo_id: message.id },
      mail_settings: { sandbox_mode: { enable: true } },
    });
    expect(mail.attachments?.map(({ content }) => content)).toEqual(
      message.attachments.map(({ content }) => content.toString('base64')),
    );
  });
});
