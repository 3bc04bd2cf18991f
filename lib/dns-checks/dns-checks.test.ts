import { describe, expect, it } from 'vitest';
import { zoneResolver } from '@/lib/testing/dns-zones';
import { parseZone } from '@/lib/testing/parse-zone';
import { checkBlocklists } from './check-blocklists';
import { checkMtaSts, matchesMx, parseStsPolicy } from './check-mta-sts';
import { checkPtr } from './check-ptr';
import { checkBimi, checkTlsRpt } from './check-reports-and-logo';

const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);

describe('the name of an address', () => {
  const ZONE = `
10.2.0.192.in-addr.arpa PTR mail.example.com
mail.example.com A 192.0.2.10
11.2.0.192.in-addr.arpa PTR other.example.com
other.example.com A 192.0.2.99
12.2.0.192.in-addr.arpa PTR gone.example.com
13.2.0.192.in-addr.arpa SERVFAIL
14.2.0.192.in-addr.arpa PTR failing.example.com
failing.example.com SERVFAIL
15.2.0.192.in-addr.arpa PTR host-192-0-2-15.net.example.com
host-192-0-2-15.net.example.com A 192.0.2.15
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mail.example.com
mail.example.com AAAA 2001:db8::1
`;
  it.each([
    ['192.0.2.10', 'mail.example.com', []],
    ['192.0.2.10', 'MAIL.example.com.', []],
    ['192.0.2.10', null, []],
    ['2001:db8::1', 'mail.example.com', []],
    ['192.0.2.10', 'smtp.example.com', ['ptr_other']],
    ['192.0.2.11', null, ['ptr_not_confirmed']],
    ['192.0.2.12', null, ['ptr_not_confirmed']],
    ['192.0.2.13', null, ['ptr_unknown']],
    ['192.0.2.14', null, ['ptr_unknown']],
    ['192.0.2.15', null, ['ptr_generic']],
    ['192.0.2.16', null, ['ptr_missing']],
  ])('%s called %s: %j', async (ip, helo, found) => {
    expect(codes((await checkPtr(ip, helo, zoneResolver(parseZone(ZONE)))).findings)).toEqual(found);
  });
});

describe('MTA-STS (RFC 8461)', () => {
  const good =
    'version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n';
  const check = async (zone: string, text: string | null = good, status = 200) =>
    codes(
      (
        await checkMtaSts('example.com', zoneResolver(parseZone(zone)), async () => {
          if (text === null) throw new Error('no way');
          return { status, text };
        })
      ).findings,
    );
  const record =
    '_mta-sts.example.com TXT v=STSv1; id=20260101000000Z;\nexample.com MX 10 mail.example.com\nexample.com MX 20 mx.example.net';
  it.each([
    ['', good, 200, ['sts_missing']],
    ['_mta-sts.example.com SERVFAIL', good, 200, ['sts_unknown']],
    [`${record}\n_mta-sts.example.com TXT v=STSv1; id=2`, good, 200, ['sts_several']],
    ['_mta-sts.example.com TXT v=STSv1; id=not-good', good, 200, ['sts_bad_record']],
    [record, good, 200, []],
    [record, good, 404, ['sts_unreachable']],
    [record, good, 301, ['sts_unreachable']],
    [record, null, 0, ['sts_unreachable']],
    [record, good.replace('enforce', 'testing'), 200, ['sts_testing']],
    [record, 'version: STSv1\nmode: none\nmax_age: 86400', 200, ['sts_off']],
    [record, good.replace('604800', '3600'), 200, ['sts_short']],
    [record, good.replace('mail.', 'smtp.'), 200, ['sts_mx_not_listed']],
    [record, good.replace('*.example.net', '*.mx.example.net'), 200, ['sts_mx_not_listed']],
    [record, '<html>', 200, ['sts_bad_policy']],
  ])('%s %j %d: %j', async (zone, text, status, found) => {
    expect(await check(zone, text, status)).toEqual(found);
  });

  it.each([
    ['version: STSv2\nmode: none\nmax_age: 1', 'version: STSv2'],
    ['version: STSv1\nmode: strict\nmax_age: 1', 'mode: strict'],
    ['version: STSv1\nmode: none\nmax_age: 99999999', 'max_age: 99999999'],
    ['version: STSv1\nmode: enforce\nmax_age: 1', 'mx: '],
    ['version: STSv1\nmode: enforce\nmx: a_b c\nmax_age: 1', 'mx: a_b c'],
  ])('%j is wrong in %j', (text, wrong) => {
    expect(parseStsPolicy(text)).toBe(wrong);
  });

  it.each([
    ['a.example.com', '*.example.com', true],
    ['a.b.example.com', '*.example.com', false],
    ['example.com', '*.example.com', false],
    ['a.example.com', 'a.example.com', true],
  ])('%s under %s: %s', (host, pattern, is) => {
    expect(matchesMx(host, pattern)).toBe(is);
  });
});

describe('TLS reports (RFC 8460) and the logo', () => {
  it.each([
    ['_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:t@example.com,https://t.example.com/', []],
    ['_smtp._tls.example.com TXT v=TLSRPTv1; rua=t@example.com', ['tlsrpt_bad_record']],
    ['_smtp._tls.example.com TXT v=TLSRPTv1;', ['tlsrpt_bad_record']],
    [
      '_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:a@b.c\n_smtp._tls.example.com TXT v=TLSRPTv1; rua=mailto:a@b.c',
      ['tlsrpt_several'],
    ],
    ['_smtp._tls.example.com TIMEOUT', ['tlsrpt_unknown']],
    ['', ['tlsrpt_missing']],
  ])('%s: %j', async (zone, found) => {
    expect(codes(await checkTlsRpt('example.com', zoneResolver(parseZone(zone))))).toEqual(found);
  });

  const policy = '_dmarc.example.com TXT v=DMARC1; p=reject; rua=mailto:d@example.com';
  it.each([
    [`default._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg; a=\n${policy}`, []],
    ['default._bimi.example.com TXT v=BIMI1; l=https://example.com/logo.svg', ['bimi_needs_policy']],
    [`default._bimi.example.com TXT v=BIMI1; l=http://example.com/logo.svg\n${policy}`, ['bimi_not_https']],
    [`default._bimi.example.com TXT v=BIMI1; l=; a=;\n${policy}`, ['bimi_declined']],
    [`default._bimi.example.com TXT v=BIMI1\n${policy}`, ['bimi_bad_record']],
    ['default._bimi.example.com REFUSED', ['bimi_unknown']],
    ['', ['bimi_missing']],
  ])('%s: %j', async (zone, found) => {
    expect(codes(await checkBimi('example.com', zoneResolver(parseZone(zone))))).toEqual(found);
  });
});

describe('blocklists', () => {
  const state = async (subject: string, zone: string) => {
    const { listings } = await checkBlocklists(subject, zoneResolver(parseZone(zone)));
    return Object.fromEntries(listings.map((one) => [one.list, one.state]));
  };

  it('tell listed, clean and "would not say" apart', async () => {
    const zone = `
10.2.0.192.zen.spamhaus.org A 127.255.255.254
10.2.0.192.bl.spamcop.net A 127.0.0.2
10.2.0.192.bl.spamcop.net TXT Blocked - see https://www.spamcop.net/
10.2.0.192.b.barracudacentral.org TIMEOUT
10.2.0.192.psbl.surriel.com A 93.184.216.34`;
    expect(await state('192.0.2.10', zone)).toEqual({
      'Spamhaus ZEN': 'not_asked',
      SpamCop: 'listed',
      Barracuda: 'not_asked',
      PSBL: 'not_asked',
      Mailspike: 'clean',
    });
    const { listings, findings } = await checkBlocklists('192.0.2.10', zoneResolver(parseZone(zone)));
    expect(listings[1]).toMatchObject({
      reason: 'Blocked - see https://www.spamcop.net/',
      removal: 'https://www.spamcop.net/bl.shtml',
    });
    expect(codes(findings)).toEqual([
      'blocklist_not_asked',
      'blocklist_listed',
      'blocklist_not_asked',
      'blocklist_not_asked',
    ]);
  });

  it('are asked for IPv6 and for domains in their own ways', async () => {
    const v6 = `${'1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2'}.zen.spamhaus.org A 127.0.0.3`;
    expect((await state('2001:db8::1', v6))['Spamhaus ZEN']).toBe('listed');
    expect(
      await state(
        'Example.com',
        'example.com.dbl.spamhaus.org A 127.0.1.2\nexample.com.multi.surbl.org A 127.0.0.1',
      ),
    ).toEqual({
      'Spamhaus DBL': 'listed',
      SURBL: 'not_asked',
    });
  });
});
