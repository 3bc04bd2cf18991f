import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { describeAdapterContract, type Scene } from '@/lib/testing/adapter-contract';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { SmtpScript, Step } from '@/lib/testing/scripted-smtp';
import { closedPort, configure, proper, scripted } from '@/lib/testing/smtp-scenes';
import { trustTestCertificates } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
const login = { username: 'clinic@example.com', password: 'correct horse battery' };

beforeAll(trustTestCertificates);
afterAll(() => adapter.close());

const wrongLogin = () => proper({ login }, { username: login.username }, 'wrong password');
const hangAtGreeting = () => scripted({ greeting: 'hang' });

describeAdapterContract({
  adapter,
  send: {
    accepts: () => proper({ security: 'starttls', login }, { username: login.username }, login.password),
    badCredentials: wrongLogin,
    throttled: async () => ({
      ...(await scripted({ rcpt: '450 4.2.0 Greylisted, try again in 300 seconds' })),
      retryAfterMs: 300_000,
    }),
    unreachable: async () => ({ config: configure(await closedPort()) }),
    silentBeforeBody: hangAtGreeting,
    silentAfterBody: () => scripted({ body: 'hang' }),
    droppedAfterBody: () => scripted({ body: 'drop' }),
    refusesFirst: async () => {
      const scene = await scripted({
        rcpt: (address) => (address === 'gone@example.com' ? '550 5.1.1 No such user' : '250 2.1.5 Ok'),
      });
      return {
        ...scene,
        recipients: ['gone@example.com', 'ana@example.com', 'ben@example.com'],
        arrived: () => scene.server.mails,
      };
    },
  },
  test: {
    works: () => proper({ security: 'tls', login }, { username: login.username }, login.password),
    dns: [async () => ({ config: configure(25, { host: 'no-such-host.invalid' }) })],
    refused: [async () => ({ config: configure(await closedPort()) })],
    no_tls: [() => proper({}, { security: 'starttls' }), () => proper({}, { security: 'tls' })],
    tls_first: [() => testMessage({ mail: '530 5.7.0 Must issue a STARTTLS command first' })],
    certificate: [
      () => proper({ security: 'starttls', certificate: 'stranger' }),
      () => proper({ security: 'tls', certificate: 'stranger' }),
    ],
    certificate_expired: [
      () => proper({ security: 'starttls', certificate: 'expired' }),
      () => proper({ security: 'tls', certificate: 'expired' }),
    ],
    certificate_name: [
      () => proper({ security: 'starttls', certificate: 'other-name' }),
      () => proper({ security: 'tls', certificate: 'other-name' }),
    ],
    auth: [wrongLogin, () => scripted({ auth: '535 5.7.8 Bad credentials' }, { username: 'a' }, 'b')],
    basic_auth_off: [
      () => signsInTo('550 5.7.30 Basic authentication is not supported for Client Submission.'),
      () => signsInTo('535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'),
    ],
    credentials_missing: [
      () => scripted({}, { username: 'a' }),
      () => scripted({}, {}, 'b'),
      () => testMessage({ mail: '530 5.7.0 Authentication required' }),
    ],
    timeout: [hangAtGreeting],
    auth_timeout: [() => signsInTo('hang')],
    send_timeout: [() => testMessage({ body: 'hang' })],
    unavailable: [
      () => scripted({ greeting: '421 4.3.2 Service shutting down, come back later' }),
      () => signsInTo('454 4.7.0 Temporary authentication failure'),
    ],
    blocked: [
      () => scripted({ greeting: '554 5.7.1 No SMTP service here' }),
      () => testMessage({ rcpt: '554 5.7.1 Client host [203.0.113.9] blocked using zen.spamhaus.org' }),
    ],
    quota: [() => testMessage({ body: '550 5.4.5 Daily user sending limit exceeded' })],
    throttled: [() => scripted({ greeting: '421 4.7.0 Too many connections' })],
    protocol: [() => scripted({ greeting: '+OK POP3 ready' })],
    sender: [() => testMessage({ mail: '553 5.7.1 Sender not owned by user' })],
    relay: [() => testMessage({ rcpt: '554 5.7.1 <ana@example.com>: Relay access denied' })],
    recipient: [() => testMessage({ rcpt: '550 5.1.1 No such user' })],
    greylisted: [
      () => testMessage({ rcpt: '450 4.2.0 Greylisted' }),
      () => testMessage({ body: '451 4.7.1 Greylisting in action, please come back later' }),
    ],
  },
});

const signsInTo = (auth: Step) => scripted({ auth }, { username: 'a' }, 'b');

async function testMessage(script: SmtpScript): Promise<Scene> {
  return { ...(await scripted(script)), recipients: ['ana@example.com'] };
}

const send = (config: ProviderConfig, recipients?: string[]) =>
  adapter.send(config, makeOutgoing({ recipients }), AbortSignal.timeout(20_000));

describe('a broken server', () => {
  it.each<[string, SmtpScript, object]>([
    [
      '421 in place of a greeting',
      { greeting: '421 4.3.2 Service not available, closing transmission channel' },
      { fault: 'provider', permanent: false },
    ],
    ['554 in place of a greeting', { greeting: '554 5.7.1 Blocked' }, { fault: 'provider', permanent: true }],
    ['450 to MAIL', { mail: '450 4.1.8 Come back later' }, { fault: 'provider', permanent: false }],
    ['451 to RCPT', { rcpt: '451 4.3.0 Try later' }, { permanent: false }],
    ['550 to RCPT', { rcpt: '550 5.1.1 No such user' }, { fault: 'recipient', permanent: true }],
    ['554 5.7.1 to RCPT', { rcpt: '554 5.7.1 Access denied' }, { fault: 'provider', permanent: true }],
    ['421 to DATA', { data: '421 4.7.0 Closing' }, { fault: 'provider', permanent: false }],
    ['554 to the body', { body: '554 5.6.0 Message refused' }, { fault: 'content', permanent: true }],
    ['552 to the body', { body: '552 5.3.4 Message too big' }, { fault: 'cannot_carry', permanent: true }],
    ['no answer to AUTH', { auth: 'hang' }, { fault: 'provider', permanent: false, code: 'ETIMEDOUT' }],
    ['a closed connection at MAIL', { mail: 'drop' }, { fault: 'provider', permanent: false }],
    ['a closed connection at DATA', { data: 'drop' }, { fault: 'provider', permanent: false }],
  ])('refuses: %s', async (_title, script, expected) => {
    const { config } = await scripted(script, { username: 'a' }, 'b');
    const { outcomes } = await send(config);
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ outcome: 'refused', ...expected });
  });

  it('leaves the outcome unknown when it hangs up in the middle of the body', async () => {
    const { config } = await scripted({ body: 'cut' });
    expect((await send(config)).outcomes).toMatchObject([{ outcome: 'unknown' }]);
  });

  it('may be slow with its last reply', async () => {
    let reply = (_line: string) => {};
    const late = new Promise<string>((resolve) => {
      reply = resolve;
    });
    const { config, server } = await scripted({ body: late }, { timeoutMs: 15_000 });
    const sending = send(config);
    await until(() => expect(server.mails).toHaveLength(1));
    reply('250 2.0.0 Ok at last');
    expect((await sending).outcomes).toMatchObject([{ outcome: 'accepted', reply: '250 2.0.0 Ok at last' }]);
  });

  it('is not told a password that it did not ask for encrypted', async () => {
    const { config, server } = await scripted({}, { security: 'starttls', username: 'a' }, 'b');
    expect((await send(config)).outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider' }]);
    expect(server.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
  });

  it('says where what cannot be delivered comes back to: to the sender, or to an address of its own', async () => {
    const { config, server } = await scripted({});
    await send(config);
    const { config: own, server: other } = await scripted({}, { bounceAddress: 'bounces@example.com' });
    await send(own);
    expect(server.mails[0]!.from).toBe('clinic@example.com');
    expect(other.mails[0]!.from).toMatch(/^bounces\+[0-9a-f-]{36}@example\.com$/);
    expect(other.mails[0]!.raw.toString()).toContain('From: ');
    expect(
      smtp.settings.safeParse({ host: 'a.example', bounceAddress: `${'b'.repeat(28)}@example.com` }).success,
    ).toBe(false);
  });

  it('gives every refused recipient its own reply', async () => {
    const replies: Record<string, string> = {
      'gone@example.com': '550 5.1.1 No such user',
      'full@example.com': '452 4.2.2 Mailbox full',
    };
    const { config } = await scripted({ rcpt: (address) => replies[address] ?? '250 Ok' });
    const { outcomes } = await send(config, Object.keys(replies));
    expect(outcomes).toMatchObject([
      { address: 'gone@example.com', outcome: 'refused', fault: 'recipient', permanent: true, code: '550' },
      { address: 'full@example.com', outcome: 'refused', fault: 'recipient', permanent: false, code: '452' },
    ]);
  });
});

describe('certificates', () => {
  it('of a stranger stop the send before anything is said', async () => {
    const scene = await proper({ security: 'starttls', certificate: 'stranger' });
    expect((await send(scene.config)).outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider' }]);
    expect(await scene.arrived!()).toEqual([]);
  });

  it('of a stranger are accepted where the provider is set so', async () => {
    const tls = { verify: false };
    const scene = await proper({ security: 'tls', certificate: 'stranger' }, { tls });
    expect((await send(scene.config)).outcomes).toMatchObject([{ outcome: 'accepted' }]);
  });
});

describe('transcripts', () => {
  it('tell the conversation without the password', async () => {
    const settings = { username: login.username, transcript: true };
    const scene = await proper({ login }, settings, login.password);
    const { transcript } = await send(scene.config);
    expect(transcript).toContain('S: 250 2.0.0 Ok: queued as TEST1');
    for (const secret of [
      login.password,
      Buffer.from(`\0${login.username}\0${login.password}`).toString('base64'),
    ])
      expect(transcript).not.toContain(secret);
    const test = await adapter.test(scene.config, { signal: AbortSignal.timeout(5_000) });
    expect(test.transcript).toContain('C: EHLO');
    expect(test.transcript).not.toContain(login.password);
  });
});
