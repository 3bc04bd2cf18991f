import { describe, expect, it } from 'vitest';
import { cargoOfOutgoing } from '@/lib/channels/email/cargo';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Adapter } from '@/lib/providers/adapter';
import { whyNotCarried } from '@/lib/routing/carries';
import { describeApiContract } from '@/lib/testing/api-contract';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import { readSend, TOKEN } from '@/lib/testing/apis/postmark';
import { BASE } from '@/lib/testing/features/features';
import { outgoingOf } from '@/lib/testing/features/outgoing';
import { makeFullMessage } from '@/lib/testing/outgoing';
import { postmark } from './postmark';

const error = (ErrorCode: number, Message: string, status = 422) => ({
  status,
  body: { ErrorCode, Message },
});
const accepted = {
  status: 200,
  body: { To: 'x', SubmittedAt: '2026-11-21T09:00:00Z', MessageID: 'pm-1', ErrorCode: 0, Message: 'OK' },
};
const badToken = error(
  10,
  'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.',
  401,
);
const adapter = postmark as unknown as Adapter;
const account = { fault: 'provider', permanent: true } as const;
const later = { fault: 'provider', permanent: false } as const;
const recipient = { fault: 'recipient', permanent: true } as const;
const content = { fault: 'content', permanent: true } as const;
const carry = { fault: 'cannot_carry', permanent: true } as const;

describeApiContract({
  adapter,
  secrets: { apiKey: TOKEN },
  isSend: ({ path }) => path === '/email',
  readSend,
  accepted,
  check: {
    works: ({ method, path, headers }) =>
      method === 'GET' && path === '/server' && headers['x-postmark-server-token'] === TOKEN
        ? { status: 200, body: { ID: 1, Name: 'Clinic', ApiTokens: ['another-token'], DeliveryType: 'Live' } }
        : badToken,
    failures: {
      auth: badToken,
      throttled: error(429, 'Rate limit exceeded', 429),
      unavailable: { status: 503, body: '' },
    },
  },
  badCredentials: badToken,
  throttled: {
    answer: { ...error(429, 'Rate limit exceeded', 429), headers: { 'retry-after': '20' } },
    retryAfterMs: 20_000,
  },
  namesBad: true,
  // https://github.com/ActiveCampaign/postmark-gem/issues/87
  oneBad: ({ address }) => error(300, `Invalid 'To' address: '${address}'.`),
  refusals: {
    'maintenance: the provider, for now': {
      answer: error(100, 'The Postmark API is offline for maintenance.', 503),
      expected: later,
    },
    'bad recipient': {
      answer: error(300, "Error parsing 'To': Illegal email domain 'example' in address 'ana@example'."),
      expected: { ...recipient, code: '300' },
    },
    'bad sender': { answer: error(300, "Invalid 'From' address: 'clinic@example'."), expected: account },
    'bad reply-to: the content': {
      answer: error(300, "Error parsing 'Reply-To': Illegal email domain 'x' in address 'a@x'."),
      expected: content,
    },
    'attachments over 10 MB: not carried': {
      answer: error(300, 'The total size of the attachments exceeds 10 MB.'),
      expected: carry,
    },
    'a kind of file that it does not take: not carried': {
      answer: error(300, "Attachment 'old.mdb' with the extension '.mdb' is not allowed."),
      expected: carry,
    },
    'more recipients than it takes: not carried': {
      answer: error(300, 'Maximum of 50 recipients allowed per email message.'),
      expected: carry,
    },
    'sender signature not found': {
      answer: error(400, "The 'From' address you supplied (clinic@example.com) is not a Sender Signature."),
      expected: account,
    },
    'sender signature not confirmed': {
      answer: error(401, 'Sender signature not confirmed.'),
      expected: account,
    },
    'out of credits: the provider, for now': {
      answer: error(405, 'Not allowed to send: your account has run out of credits.'),
      expected: later,
    },
    'not allowed to send': { answer: error(405, 'Not allowed to send.'), expected: account },
    'inactive recipient': {
      answer: error(
        406,
        'You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ana@example.com. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.',
      ),
      expected: { ...recipient, code: '406' },
    },
    'forbidden attachment type: not carried': {
      answer: error(411, 'Forbidden attachment type: .exe'),
      expected: carry,
    },
    'account waits for approval': {
      answer: error(412, "All recipient addresses must share the same domain as the 'From' address."),
      expected: account,
    },
    'account may not send': { answer: error(413, 'Account may not send.'), expected: account },
    'no such stream': {
      answer: error(1235, "The 'MessageStream' provided does not exist on this server."),
      expected: account,
    },
    'JSON that it does not like: the content': {
      answer: error(403, 'Incompatible JSON.'),
      expected: content,
    },
    'too large: not carried': { answer: { status: 413, body: '<html>' }, expected: carry },
    'their fault: the provider, for now': { answer: { status: 500, body: '<html>' }, expected: later },
    'a 200 of somebody else: not known': {
      answer: { status: 200, body: { welcome: true } },
      expected: { outcome: 'unknown' },
    },
  },
});

type Answer = ApiAnswer | ((call: ApiCallSeen) => ApiAnswer);

async function send(answer: Answer, message: OutgoingMessage, settings = {}) {
  const server = await startApiServer(typeof answer === 'function' ? answer : () => answer);
  const config = {
    id: 'pm',
    name: 'Test',
    version: 1,
    settings: { endpoint: server.url, timeoutMs: 5000, ...settings },
    secrets: { apiKey: TOKEN },
  };
  return { server, config, ...(await adapter.send(config, message, AbortSignal.timeout(5000))) };
}

describe('postmark: every part of a message', () => {
  it('is carried as the API documents it', async () => {
    const message = makeFullMessage();
    message.replyTo.push({ email: 'lab@example.com' });
    message.attachments[0]!.contentId = 'receipt';
    const { server, outcomes } = await send(accepted, message, { messageStream: 'receipts' });
    expect(outcomes[0]).toMatchObject({ outcome: 'accepted', providerMessageId: 'pm-1' });
    const { mail } = readSend(server.calls[0]!);
    const named = (addresses: { email: string; name?: string }[]) =>
      addresses.map(({ email, name = '' }) => ({ address: email, name }));
    expect(mail).toMatchObject({
      From: named([message.from]),
      To: named(message.to),
      Cc: named(message.cc),
      Bcc: named(message.bcc),
      ReplyTo: named(message.replyTo),
      Subject: message.subject,
      HtmlBody: message.html,
      TextBody: message.text,
      Headers: [
        { Name: 'X-Clinic', Value: message.headers['X-Clinic'] },
        { Name: 'Message-ID', Value: message.messageIdHeader },
        { Name: 'X-PM-KeepID', Value: 'true' },
      ],
      Metadata: { relevo_id: message.id },
      MessageStream: 'receipts',
    });
    expect(mail.Attachments).toEqual(
      message.attachments.map(({ filename, content, contentType, contentId }) => ({
        Name: filename,
        Content: content.toString('base64'),
        ContentType: contentType,
        ...(contentId && { ContentID: `cid:${contentId}` }),
      })),
    );
  });
});

describe('postmark: the connection test', () => {
  const test = async (DeliveryType: string) => {
    const server = await startApiServer(() => ({
      status: 200,
      body: { Name: 'Clinic', ApiTokens: ['another-token'], DeliveryType },
    }));
    const settings = { endpoint: server.url, timeoutMs: 5000 };
    const config = { id: 'pm', name: 'Test', version: 1, settings, secrets: { apiKey: TOKEN } };
    return adapter.test(config, { signal: AbortSignal.timeout(5000) });
  };

  it("keeps none of the server's tokens", async () => {
    const { steps, transcript } = await test('Live');
    expect(steps).toMatchObject([{ name: 'auth', ok: true, detail: 'Clinic, Live' }]);
    expect(transcript).toContain('Clinic');
    expect(transcript).not.toContain('another-token');
  });

  it('says that a sandbox server delivers nothing', async () => {
    expect((await test('Sandbox')).steps[0]!.detail).toMatch(/delivers nothing/);
  });
});

it('takes no question mark in front of the @, which is known before it is asked', () => {
  const misfitOf = (to: string) =>
    whyNotCarried(postmark.carries, cargoOfOutgoing(outgoingOf({ ...BASE, to }), 1000))?.what;
  expect(misfitOf('who?@cliente.example')).toBe('question_mark');
  expect(misfitOf("o'hara+13@cliente.example")).toBeUndefined();
});
