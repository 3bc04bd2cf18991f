import { describe, expect, it } from 'vitest';
import { generateOwnServer } from './generate';
import { type OwnServerInput as Input, OwnServerInput } from './schema';

const generate = (input: Partial<Input> = {}) =>
  generateOwnServer(OwnServerInput.parse({ hostname: 'mail.example.com', ...input }));

const linesOf = (path: string, input?: Partial<Input>) =>
  generate(input)
    .files.find((file) => file.path === path)!
    .content.split('\n');

describe('Postfix', () => {
  // https://www.postfix.org/smtp-smuggling.html and SMTPD_ACCESS_README, for the Postfix of Debian 12, whose defaults are less.
  it.each([
    'smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination',
    'smtpd_forbid_bare_newline = normalize',
    'smtpd_forbid_bare_newline_exclusions = $mynetworks',
    'smtpd_forbid_unauth_pipelining = yes',
    'smtpd_data_restrictions = reject_unauth_pipelining',
    'cleanup_replace_stray_cr_lf = yes',
    'disable_vrfy_command = yes',
    'smtpd_tls_auth_only = yes',
    'smtpd_tls_mandatory_protocols = >=TLSv1.2',
    'mynetworks = 127.0.0.0/8 [::1]/128',
    'mydestination =',
    'relay_domains =',
  ])('says %s', (line) => {
    expect(linesOf('/etc/postfix/main.cf')).toContain(line);
  });

  it('listens where Relevo hands over and nowhere else, encrypted and signed in', () => {
    const lines = linesOf('/etc/postfix/master.cf');
    expect(lines.filter((line) => / inet /.test(line))).toEqual(['127.0.0.1:587 inet n - n - 50 smtpd']);
    expect(lines).toEqual(
      expect.arrayContaining([
        '  -o smtpd_tls_security_level=encrypt',
        '  -o smtpd_relay_restrictions=$relevo_submission_relay',
      ]),
    );
  });

  it('takes mail of strangers by port 25 for bounces alone', () => {
    const bounces = { domain: 'b.example.com', url: 'https://relevo.example.com' };
    const lines = linesOf('/etc/postfix/master.cf', { bounces, ipv4: '203.0.113.5' });
    expect(lines).toEqual(
      expect.arrayContaining([
        '203.0.113.5:25 inet n - n - 20 smtpd',
        '  flags=DORq user=relevo-bounce argv=/usr/local/lib/relevo-mail/bounce',
      ]),
    );
    expect(linesOf('/etc/postfix/relevo/bounce-recipients', { bounces })).toContain(
      'bounces@b.example.com OK',
    );
  });

  it('goes slower to a domain that asks for it', () => {
    const pace = { secondsBetween: 0, domains: [{ domain: 'gmail.com', connections: 2, secondsBetween: 3 }] };
    expect(linesOf('/etc/postfix/main.cf', { pace })).toEqual(
      expect.arrayContaining([
        'smtp_destination_rate_delay = 0s',
        'relevo-pace-1_destination_concurrency_limit = 2',
        'relevo-pace-1_destination_rate_delay = 3s',
      ]),
    );
    expect(linesOf('/etc/postfix/relevo/transport', { pace })).toContain('gmail.com relevo-pace-1:');
  });
});

it('has OpenDKIM sign each field that is there, and close it behind', () => {
  const dkim = { signer: 'server' as const, domains: ['example.com'] };
  const lines = linesOf('/etc/opendkim.conf', { dkim });
  const fields = (option: string) => lines.find((line) => line.startsWith(`${option} `))?.split(' ')[1];
  expect(fields('SignHeaders')).toMatch(/^From,.*,Message-ID,.*,List-Unsubscribe-Post$/);
  expect(fields('OversignHeaders')).toBe(fields('SignHeaders'));
});

describe('Exim', () => {
  const lines = (input: Partial<Input> = {}) =>
    linesOf('/etc/exim4/exim4.conf', { software: 'exim', ...input });

  it('relays for nobody who has not signed in over TLS', () => {
    expect(lines().join('\n')).toContain(
      '  accept hosts = +relevo_clients\n         authenticated = *\n         encrypted = *',
    );
    expect(lines()).toContain('  deny message = 5.7.1 Relaying denied');
    expect(lines()).toContain('local_interfaces = <; [127.0.0.1]:587');
    expect(lines()).toContain('chunking_advertise_hosts =');
  });

  it('signs by itself, and covers what is not there', () => {
    const dkim = { signer: 'server' as const, domains: ['example.com'] };
    expect(lines({ dkim }).find((line) => line.includes('dkim_sign_headers'))).toContain(
      '+From:+To:+Cc:+Subject',
    );
  });
});

it('has no secrets, and tells what makes a provider of it', () => {
  const bounces = { domain: 'b.example.com', url: 'https://relevo.example.com' };
  expect(generate({ bounces, ipv4: '203.0.113.5' }).provider.settings).toEqual({
    host: '127.0.0.1',
    port: 587,
    security: 'starttls',
    username: 'relevo',
    tls: { minVersion: 'TLSv1.2', verify: false },
    bounceAddress: 'bounces@b.example.com',
  });
});

it('says what a person does beside it', () => {
  const bounces = { domain: 'b.example.com', url: 'https://relevo.example.com' };
  const { next } = generate({ bounces, ipv4: '203.0.113.5' });
  expect(next).toContainEqual({ what: 'ptr_record', name: '203.0.113.5', value: 'mail.example.com' });
  expect(next).toContainEqual({ what: 'bounce_mx', name: 'b.example.com', value: '10 mail.example.com.' });
  expect(next).toContainEqual({ what: 'spf_record', name: null, value: 'ip4:203.0.113.5' });
});
