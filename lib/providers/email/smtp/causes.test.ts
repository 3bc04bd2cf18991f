import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cause } from '@/lib/channels/results';
import type { Adapter } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { SmtpScript, Step } from '@/lib/testing/scripted-smtp';
import { proper, scripted } from '@/lib/testing/smtp-scenes';
import { trustTestCertificates } from '@/lib/testing/smtp-server';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
beforeAll(trustTestCertificates);
afterAll(() => adapter.close());

async function causeOfTest(script: SmtpScript, to?: string, settings: object = { username: 'a' }) {
  const { config } = await scripted(script, settings, 'username' in settings ? 'b' : undefined);
  const message = to ? makeOutgoing({ recipients: [to] }) : undefined;
  const { ok, cause } = await adapter.test(config, { signal: AbortSignal.timeout(9000), message });
  expect(ok).toBe(false);
  return cause;
}

const NTLM = ['SIZE', 'AUTH NTLM', 'X-EXPS GSSAPI NTLM'];

describe('signing in', () => {
  it.each<[Cause, string[], Step]>([
    // https://github.com/nodemailer/nodemailer/issues/189, https://github.com/playframework/play-mailer/issues/176
    ['auth_method', NTLM, '504 5.7.4 Unrecognized authentication type'],
    ['auth_method', NTLM, '535 5.7.3 Authentication unsuccessful'],
    // https://github.com/nodemailer/nodemailer/issues/1060: also where the account may not sign in with a password.
    ['auth_method', ['AUTH LOGIN XOAUTH2'], '504 5.7.4 Unrecognized authentication type'],
    ['auth_method', ['AUTH PLAIN'], '535 5.7.8 Error: authentication failed: no mechanism available'],
    // http://www.e-postinc.jp/faq-bsd/faq17-81.html; Postfix and Exim, in their sources
    ['auth_not_offered', ['SIZE'], '503 5.5.1 Error: authentication not enabled'],
    ['auth_not_offered', ['SIZE'], '503 AUTH command used when not advertised'],
    ['auth_not_offered', ['SIZE'], '502 5.5.1 Unrecognized command'],
    ['auth_not_offered', ['SIZE'], '500 Command not recognized'],
    // It announces AUTH only once the connection is encrypted.
    ['tls_first', ['SIZE', 'STARTTLS'], '503 5.5.1 Error: authentication not enabled'],
    // RFC 4954, section 6; RFC 3207, section 4
    ['tls_first', ['AUTH PLAIN'], '538 5.7.11 Encryption required for requested authentication mechanism'],
    ['tls_first', ['AUTH PLAIN', 'STARTTLS'], '530 5.7.0 Must issue a STARTTLS command first'],
    ['tls_first', ['AUTH PLAIN'], '523 5.7.10 Encryption Needed'],
    // https://support.jetemail.com/outbound/smtp-error-codes/535-IP-not-authorized; Brevo has it as 525
    ['address_not_allowed', ['AUTH PLAIN'], '525 5.7.1 Unauthorized IP address'],
    ['address_not_allowed', ['AUTH PLAIN'], '535 Authentication failed due to unauthorized IP address'],
    [
      'address_not_allowed',
      ['AUTH PLAIN'],
      '550 5.7.1 Your IP address 192.0.2.1 is not allowed to use this account',
    ],
    // https://github.com/mautic/mautic/issues/8721
    ['quota', ['AUTH PLAIN LOGIN'], '451 Authentication failed: Maximum credits exceeded'],
    ['quota', ['AUTH PLAIN'], '535 5.7.1 Insufficient credits, please buy more'],
    // RFC 5248, registry of enhanced codes
    ['account_disabled', ['AUTH PLAIN'], '525 5.7.13 User account disabled'],
    ['account_disabled', ['AUTH PLAIN'], '535 5.7.8 Your account has been suspended'],
    ['auth', ['AUTH PLAIN'], '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6'],
    [
      'app_password',
      ['AUTH PLAIN LOGIN'],
      '534-5.7.9 Application-specific password required. Learn more at\r\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor',
    ],
    ['unavailable', ['AUTH PLAIN'], '454 4.7.0 Temporary authentication failure'],
  ])('%s: %j, %s', async (cause, capabilities, auth) => {
    expect(await causeOfTest({ capabilities, auth })).toBe(cause);
  });

  it('is possible where a server that announced nothing takes it', async () => {
    const { config } = await scripted({ capabilities: ['SIZE'] }, { username: 'a' }, 'b');
    expect(await adapter.test(config, { signal: AbortSignal.timeout(9000) })).toMatchObject({ ok: true });
  });

  it('over TLS with a server that wants no sign-in', async () => {
    const { config } = await proper({ security: 'starttls' }, { username: 'a' }, 'b');
    const { ok, cause } = await adapter.test(config, { signal: AbortSignal.timeout(9000) });
    expect({ ok, cause }).toEqual({ ok: false, cause: 'auth_not_offered' });
  });
});

describe('the name in EHLO', () => {
  // https://www.postfix.org/postconf.5.html#smtpd_helo_restrictions; http://www.iig.com.au/support/email/errors.php;
  // http://www.under-score.org.uk/pipermail/underscore/2007-April/060030.html; Exim's and Exchange's own words
  const REFUSALS = [
    '504 5.5.2 <clinic>: Helo command rejected: need fully-qualified hostname',
    '501 Syntactically invalid HELO argument(s)',
    '501 5.5.4 Invalid domain name',
    '550 Please use your real hostname when saying HELO (not HSP-AV01)',
    '550 5.7.1 <clinic>: Helo command rejected: Access denied',
    '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
  ];

  it.each(REFUSALS)('refused at once: %s', async (ehlo) => {
    for (const security of ['none', 'starttls'])
      expect(await causeOfTest({ ehlo }, undefined, { security })).toBe('ehlo_name');
  });

  it.each(REFUSALS.filter((reply) => /helo/i.test(reply)))('refused at RCPT: %s', async (rcpt) => {
    expect(await causeOfTest({ rcpt }, 'ana@example.com', {})).toBe('ehlo_name');
  });

  it('has nothing to do with an address without a domain, nor with a missing greeting', async () => {
    const rcpt = '504 5.5.2 <ana>: Recipient address rejected: need fully-qualified address';
    expect(await causeOfTest({ rcpt }, 'ana@example.com', {})).toBe('recipient');
    expect(await causeOfTest({ mail: '503 5.5.1 Error: send HELO/EHLO first' }, 'ana@example.com', {})).toBe(
      'sender',
    );
  });

  it('is not at fault where the server knows no EHLO and so no STARTTLS', async () => {
    expect(
      await causeOfTest({ ehlo: '502 5.5.2 Error: command not recognized' }, undefined, {
        security: 'starttls',
      }),
    ).toBe('no_tls');
  });
});

describe('too much at once', () => {
  it.each<[SmtpScript, string?]>([
    [{ greeting: '421 4.7.0 Too many connections' }],
    [{ greeting: '421 Too many concurrent SMTP connections from this IP address; please try again later.' }],
    [{ body: '454 Throttling failure: Maximum sending rate exceeded.' }, 'ana@example.com'],
  ])('is no illness: %j', async (script, to) => {
    expect(await causeOfTest(script, to, {})).toBe('throttled');
  });
});
