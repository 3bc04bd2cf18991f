import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cause } from '@/lib/channels/results';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { SmtpScript } from '@/lib/testing/scripted-smtp';
import { proper, scripted } from '@/lib/testing/smtp-scenes';
import { trustTestCertificates } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
const login = { username: 'clinic@example.com', password: 'correct horse battery' };

beforeAll(trustTestCertificates);
afterAll(() => adapter.close());

const send = (config: ProviderConfig) => adapter.send(config, makeOutgoing({}), AbortSignal.timeout(20_000));

describe('the steps of a test', () => {
  const test = (config: ProviderConfig) => adapter.test(config, { signal: AbortSignal.timeout(5_000) });
  const TLS = /^TLSv1\.3, TLS_\w+, certificate localhost, issued by localhost, \d{5} days left$/;

  it.each([
    ['tls', ['dns', 'connect', 'tls', 'greeting', 'auth']],
    ['starttls', ['dns', 'connect', 'greeting', 'tls', 'auth']],
    ['none', ['dns', 'connect', 'greeting', 'auth']],
  ] as const)('come in their order: %s', async (security, names) => {
    const scene = await proper({ security, login }, { username: login.username }, login.password);
    const { steps } = await test(scene.config);
    expect(steps.map(({ name, ok }) => [name, ok])).toEqual(names.map((name) => [name, true]));
    const details = Object.fromEntries(steps.map(({ name, detail }) => [name, detail]));
    expect(details.dns).toContain('127.0.0.1');
    expect(details.connect).toBe(`127.0.0.1 ${scene.config.settings.port}`);
    expect(details.greeting).toMatch(/ESMTP.*, PIPELINING, 8BITMIME/);
    expect(details.auth).toBe(`PLAIN, ${login.username}`);
    if (security !== 'none') expect(details.tls).toMatch(TLS);
  });

  it('tell of a certificate that was not verified', async () => {
    const tls = { verify: false };
    const scene = await proper({ security: 'starttls', certificate: 'stranger' }, { tls });
    const { ok, steps } = await test(scene.config);
    expect(ok).toBe(true);
    expect(steps.at(-1)).toMatchObject({ name: 'tls', detail: expect.stringContaining('not trusted') });
  });

  it.each(['plain', 'login', 'cram-md5'])('sign in with %s', async (auth) => {
    const scene = await proper({ login }, { username: login.username, auth }, login.password);
    const { ok, steps, transcript } = await test(scene.config);
    expect({ ok, detail: steps.at(-1)!.detail }).toEqual({
      ok: true,
      detail: `${auth.toUpperCase()}, ${login.username}`,
    });
    expect(transcript).not.toContain(Buffer.from(login.password).toString('base64'));
    expect((await send(scene.config)).outcomes).toMatchObject([{ outcome: 'accepted' }]);
  });

  describe('offer the sender where it is known, and send nothing', () => {
    const sender = 'clinic@example.com';
    const offer = async (script: SmtpScript, from = sender) => {
      const { config, server } = await scripted(script);
      const found = await adapter.test(config, { signal: AbortSignal.timeout(9000), sender: from });
      expect(server.commands.filter((line) => line === 'DATA')).toEqual([]);
      return { ...found, commands: server.commands };
    };

    it('MAIL, RCPT, RSET', async () => {
      const { ok, steps, commands } = await offer({});
      expect([ok, steps.at(-1)]).toMatchObject([
        true,
        { name: 'envelope', detail: `${sender}: 250 2.1.5 Ok` },
      ]);
      expect(commands.slice(1)).toEqual([`MAIL FROM:<${sender}>`, `RCPT TO:<${sender}>`, 'RSET']);
    });

    // Postfix refuses at RCPT whom its restrictions do not let in (smtpd_delay_reject); Exchange Online, Brevo and Exim in their own words.
    it.each<[Cause, SmtpScript]>([
      ['ehlo_name', { rcpt: '504 5.5.2 <clinic>: Helo command rejected: need fully-qualified hostname' }],
      ['ehlo_name', { rcpt: '450 4.7.1 <clinic.lan>: Helo command rejected: Host not found' }],
      ['sender', { rcpt: '553 5.7.1 <clinic@example.com>: Sender address rejected: not owned by user app' }],
      ['sender', { rcpt: '550 5.1.8 <clinic@example.com>: Sender address rejected: Domain not found' }],
      ['sender', { mail: '550 5.7.60 SMTP; Client does not have permissions to send as this sender' }],
      ['relay', { rcpt: '554 5.7.1 <clinic@example.com>: Relay access denied' }],
      ['credentials_missing', { mail: '530 5.7.57 Client not authenticated to send mail.' }],
      [
        'blocked',
        { rcpt: '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org' },
      ],
      ['quota', { rcpt: '550 Domain example.com has exceeded the max emails per hour (100/100)' }],
      ['unavailable', { mail: '451 4.3.0 Temporary lookup failure' }],
    ])('%s: %j', async (cause, script) => {
      const { ok, cause: found, steps } = await offer(script);
      expect({ ok, found, step: steps.at(-1)!.name }).toEqual({ ok: false, found: cause, step: 'envelope' });
    });

    it.each([
      '550 5.1.1 <clinic@example.com>: Recipient address rejected: User unknown in local recipient table',
      '450 4.2.0 <clinic@example.com>: Recipient address rejected: Greylisted',
      '552 5.2.2 Mailbox full',
    ])('what is said of the own address as a recipient is no flaw: %s', async (rcpt) => {
      const { ok, steps } = await offer({ rcpt });
      expect([ok, steps.at(-1)!.detail]).toEqual([true, `${sender}: ${rcpt}`]);
    });

    it('not where a server knows no such address', async () => {
      const { ok, steps, commands } = await offer({}, 'josé@example.com');
      expect([ok, steps.at(-1)!.detail]).toEqual([true, 'not asked: josé@example.com needs SMTPUTF8']);
      expect(commands.join()).not.toContain('MAIL');
    });
  });

  it('leave no connection open', async () => {
    const { config, server } = await scripted({ auth: '535 5.7.8 No' }, { username: 'a' }, 'b');
    await test(config);
    await until(() => expect(server.open()).toBe(0));
  });
});
