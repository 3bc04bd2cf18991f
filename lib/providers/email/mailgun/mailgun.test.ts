import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { RecipientOutcome } from '@/lib/channels/results';
import type { Adapter } from '@/lib/providers/adapter';
import { describeApiContract } from '@/lib/testing/api-contract';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from '@/lib/testing/api-server';
import { AUTHORIZATION, DOMAIN, KEY, readSend } from '@/lib/testing/apis/mailgun';
import { expectContent, makeFullMessage, makeOutgoing } from '@/lib/testing/outgoing';
import { mailgun } from './mailgun';

const error = (status: number, message: string) => ({ status, body: { message } });
const accepted = {
  status: 200,
  body: { id: '<20261121.1@mg.example.com>', message: 'Queued. Thank you.' },
};
const forbidden = { status: 401, body: 'Forbidden' };
const stateOf = (state: string) => ({ status: 200, body: { domain: { name: DOMAIN, state } } });
const probed = error(400, 'from parameter is missing');
const isDomain = ({ method, path }: ApiCallSeen) => method === 'GET' && path === `/v3/domains/${DOMAIN}`;
const adapter = mailgun as unknown as Adapter;
const account = { fault: 'provider', permanent: true } as const;
const later = { fault: 'provider', permanent: false } as const;
const recipient = { fault: 'recipient', permanent: true } as const;
const content = { fault: 'content', permanent: true } as const;
const carry = { fault: 'cannot_carry', permanent: true } as const;

const REFUSALS: [title: string, status: number, message: string, expected: Partial<RecipientOutcome>][] = [
  ['bad recipient', 400, "'to' parameter is not a valid address. please check documentation", recipient],
  ['bad copy', 400, 'cc parameter is not a valid address. please check documentation', recipient],
  ['bad sender', 400, "'from' parameter is not a valid address. please check documentation", account],
  ['no text: the content', 400, "Need at least one of 'text' or 'html' parameters specified", content],
  ['headers over 16 kB: not carried', 400, 'Send options are limited to 16 kB total', carry],
  ['over 25 MB: not carried', 400, 'Message too big', carry],
  [
    'more recipients than it takes: not carried',
    400,
    'Rejected: Only 10 recipients per request is allowed on probation.',
    carry,
  ],
  ['sandbox, 400', 400, 'Sandbox subdomains are for test purposes only. Please add your own domain', account],
  ['sandbox, 403', 403, 'Domain x.mailgun.org is not allowed to send: Free accounts are for test', account],
  ['domain disabled', 403, 'Domain mg.example.com is not allowed to send: disabled', account],
  ['unpaid', 402, 'Payment required', account],
  ['domain not found', 404, 'Domain not found: mg.example.com', account],
  ['too large: not carried', 413, 'Request entity too large', carry],
  ['probation: for now', 420, 'Message limit reached', later],
  ['limit: for now', 403, 'Domain is not allowed to send: recipient limit exceeded', later],
  ['their fault: for now', 500, 'Internal error', later],
  ['path that it does not know', 200, 'Mailgun Magnificent API', account],
  ['a 200 of somebody else: not known', 200, '<html>Welcome</html>', { outcome: 'unknown' }],
];

describeApiContract({
  adapter,
  settings: { domain: DOMAIN },
  secrets: { apiKey: KEY },
  isSend: ({ path, headers }) =>
    path.startsWith(`/v3/${DOMAIN}/messages`) && headers['content-type']!.startsWith('multipart/'),
  readSend,
  accepted,
  check: {
    works: (call) =>
      isDomain(call) && call.headers.authorization === AUTHORIZATION ? stateOf('active') : forbidden,
    failures: {
      auth: forbidden,
      sender: (call) => (isDomain(call) ? stateOf('unverified') : probed),
      throttled: error(429, 'Too many requests'),
      unavailable: error(500, 'Internal error'),
    },
  },
  badCredentials: forbidden,
  throttled: {
    answer: { ...error(429, 'Too many requests'), headers: { 'retry-after': '15' } },
    retryAfterMs: 15_000,
  },
  // https://github.com/mailgun/mailgun-js-boland/issues/199: nobody is named.
  oneBad: () => error(400, "'to' parameter is not a valid address. please check documentation"),
  refusals: Object.fromEntries(
    REFUSALS.map(([title, status, message, expected]) => [
      title,
      { answer: error(status, message), expected: { ...expected } },
    ]),
  ),
});

async function serve(answer: (call: ApiCallSeen) => ApiAnswer) {
  const server = await startApiServer(answer);
  const settings = { domain: DOMAIN, region: 'eu', endpoint: server.url, timeoutMs: 5000 };
  const config = { id: 'mg', name: 'Test', version: 1, settings, secrets: { apiKey: KEY } };
  const send = (message: OutgoingMessage) => adapter.send(config, message, AbortSignal.timeout(5000));
  return { server, send, test: () => adapter.test(config, { signal: AbortSignal.timeout(5000) }) };
}

describe('mailgun: every part of a message', () => {
  it('is carried as the API documents it', async () => {
    const message = makeFullMessage();
    message.replyTo.push({ email: 'lab@example.com' });
    const { server, send } = await serve(() => accepted);
    const { outcomes } = await send(message);
    expect(outcomes[0]).toMatchObject({ outcome: 'accepted', providerMessageId: accepted.body.id });
    const { mail } = await readSend(server.calls[0]!);
    expect(mail).toMatchObject({
      from: message.from,
      to: message.to,
      cc: message.cc,
      bcc: message.bcc,
      subject: message.subject,
      // A form has CRLF at the end of its lines, as mail has.
      text: message.text?.replaceAll('\n', '\r\n'),
      html: message.html,
      'h:X-Clinic': message.headers['X-Clinic'],
      'h:Message-Id': message.messageIdHeader,
      'h:Reply-To': '=?UTF-8?Q?Recepci=C3=B3n?= <desk@example.com>, lab@example.com',
      'v:relevo_id': message.id,
    });
    const files = mail!.attachment!;
    expect(files.map(({ name, type }) => ({ filename: name, contentType: type }))).toEqual(
      message.attachments.map(({ filename, contentType }) => ({ filename, contentType })),
    );
    for (const [index, attachment] of message.attachments.entries())
      expect(attachment.content.equals(Buffer.from(await files[index]!.arrayBuffer()))).toBe(true);
  });

  it.each([{ contentId: 'receipt' }, { filename: 'the "old" one.pdf' }])(
    'goes as MIME where the form would lose a part: %o',
    async (part) => {
      const message = makeFullMessage();
      Object.assign(message.attachments[0]!, part);
      const { server, send } = await serve(() => accepted);
      await send(message);
      const { to, raw } = await readSend(server.calls[0]!);
      expect(to.toSorted()).toEqual(message.recipients.toSorted());
      await expectContent(raw!, message);
      expect(/^content-id: <receipt>/im.test(raw!.toString('latin1'))).toBe('contentId' in part);
    },
  );
});

describe('mailgun: answers', () => {
  it('blames the copy that was refused, and sends to the others at once', async () => {
    const recipients = ['ana@example.com', 'ben@example.com'];
    const [ana, ben] = recipients.map((email) => ({ email }));
    const answers = [error(400, 'cc parameter is not a valid address'), accepted];
    const { send } = await serve(() => answers.shift()!);
    const { outcomes } = await send(makeOutgoing({ to: [ana!], cc: [ben!], recipients }));
    expect(outcomes).toMatchObject([
      { address: 'ana@example.com', outcome: 'accepted' },
      { address: 'ben@example.com', ...recipient },
    ]);
  });

  it('takes the time of renewal out of the words', async () => {
    const renewal = new Date(Date.now() + 3_600_000).toUTCString();
    const { send } = await serve(() => error(403, `recipient limit exceeded, try again after ${renewal}`));
    const [outcome] = (await send(makeOutgoing({}))).outcomes;
    expect(outcome!.retryAfterMs).toBeGreaterThan(3_590_000);
  });
});

describe('mailgun: the connection test', () => {
  it('takes a key that may only send', async () => {
    const { test } = await serve((call) => (isDomain(call) ? forbidden : probed));
    expect(await test()).toMatchObject({ ok: true, steps: [{ name: 'auth', ok: true }] });
  });

  it.each([
    [forbidden, 'auth'],
    [error(404, 'Domain not found: mg.example.com'), 'sender'],
    [error(403, 'Domain mg.example.com is not allowed to send'), 'sender'],
  ])('names the cause for such a key: %o', async (answer, cause) => {
    const { test } = await serve((call) => (isDomain(call) ? forbidden : answer));
    expect(await test()).toMatchObject({ ok: false, cause });
  });
});

describe('mailgun: settings', () => {
  const parse = (settings: object) => adapter.settings.safeParse(settings);

  it('need a domain and know two regions', () => {
    expect(parse({ domain: DOMAIN }).data).toMatchObject({ region: 'us' });
    expect(parse({}).success).toBe(false);
    expect(parse({ domain: 'https://mg.example.com/x' }).success).toBe(false);
    expect(parse({ domain: DOMAIN, region: 'asia' }).success).toBe(false);
  });
});
