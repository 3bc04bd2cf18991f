import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import type { Zones } from '@/lib/testing/dns-zones';
import { lookAgain, makeWithZones } from '@/lib/testing/domains';

useTestDatabase();

type Change = (zones: Zones, name: string, value: (key: string) => string) => void;
const spf =
  (...texts: string[]): Change =>
  (zones, name) => {
    zones[name] = texts.map((text) => ({ TXT: text }));
  };
const dkim =
  (change: (value: string) => string[]): Change =>
  (zones, name, value) => {
    zones[`relevo1._domainkey.${name}`] = change(value('dkim:relevo1')).map((text) => ({ TXT: text }));
  };
const dmarc =
  (...texts: string[]): Change =>
  (zones, name) => {
    zones[`_dmarc.${name}`] = texts.map((text) => ({ TXT: text.replace('NAME', name) }));
  };
const OTHER_KEY = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvvvv';

describe('what differs', () => {
  it.each<[string, string, string, string, Change]>([
    ['no SPF', 'spf', 'missing', 'missing', spf()],
    ['another text only', 'spf', 'missing', 'missing', spf('google-site-verification=abc')],
    ['two SPF records', 'spf', 'several', 'spf_several', spf('v=spf1 ip4:192.0.2.7 ~all', 'v=spf1 -all')],
    ['our address missing', 'spf', 'wrong', 'spf_lacks', spf('v=spf1 ip4:192.0.2.8 ~all')],
    ['our address behind all', 'spf', 'wrong', 'spf_after_all', spf('v=spf1 ~all ip4:192.0.2.7')],
    ['everybody allowed', 'spf', 'wrong', 'spf_plus_all', spf('v=spf1 ip4:192.0.2.7 +all')],
    ['strangers let be', 'spf', 'wrong', 'spf_neutral', spf('v=spf1 ip4:192.0.2.7 ?all')],
    ['no end', 'spf', 'wrong', 'spf_no_all', spf('v=spf1 ip4:192.0.2.7')],
    ['ptr', 'spf', 'wrong', 'spf_ptr', spf('v=spf1 ip4:192.0.2.7 ptr ~all')],
    [
      'a word that nobody knows',
      'spf',
      'wrong',
      'spf_syntax',
      spf('v=spf1 ip4:192.0.2.7 ipv4:192.0.2.9 ~all'),
    ],
    ['quotation marks', 'spf', 'wrong', 'spf_quotes', spf('"v=spf1 ip4:192.0.2.7 ~all"')],
    [
      'eleven look-ups',
      'spf',
      'wrong',
      'spf_lookups',
      spf(`v=spf1 ip4:192.0.2.7 ${Array.from({ length: 11 }, (_, at) => `a:h${at}.example`).join(' ')} ~all`),
    ],
    [
      'three names that do not exist',
      'spf',
      'wrong',
      'spf_voids',
      spf('v=spf1 ip4:192.0.2.7 a:h1.example a:h2.example a:h3.example ~all'),
    ],
    ['our address within a network', 'spf', 'right', 'right', spf('v=spf1 ip4:192.0.2.0/24 ~all')],
    [
      'no answer',
      'spf',
      'unknown',
      'dns_trouble',
      (zones, name) => {
        zones[name] = ['SERVFAIL'];
      },
    ],
    ['no key', 'dkim:relevo1', 'missing', 'missing', dkim(() => [])],
    [
      'another key',
      'dkim:relevo1',
      'wrong',
      'dkim_other_key',
      dkim(() => [`v=DKIM1; k=rsa; p=${OTHER_KEY}`]),
    ],
    ['a key cut at 255', 'dkim:relevo1', 'wrong', 'dkim_cut', dkim((value) => [value.slice(0, 255)])],
    [
      'a key in two records',
      'dkim:relevo1',
      'several',
      'dkim_in_parts',
      dkim((value) => [value.slice(0, 255), value.slice(255)]),
    ],
    [
      'two keys',
      'dkim:relevo1',
      'several',
      'dkim_several',
      dkim((value) => [value, `v=DKIM1; p=${OTHER_KEY}`]),
    ],
    [
      'backslashes of a zone file',
      'dkim:relevo1',
      'wrong',
      'dkim_escaped',
      dkim((value) => [value.replaceAll(';', '\\;')]),
    ],
    ['a key withdrawn', 'dkim:relevo1', 'wrong', 'dkim_revoked', dkim(() => ['v=DKIM1; p='])],
    [
      'a key of another kind',
      'dkim:relevo1',
      'wrong',
      'dkim_other_kind',
      dkim((value) => [value.replace('k=rsa', 'k=ed25519')]),
    ],
    [
      'a key for tests',
      'dkim:relevo1',
      'wrong',
      'dkim_testing',
      dkim((value) => [value.replace('k=rsa', 'k=rsa; t=y')]),
    ],
    ['a record without key', 'dkim:relevo1', 'wrong', 'dkim_no_key', dkim(() => ['v=DKIM1; k=rsa'])],
    [
      'the domain twice',
      'dkim:relevo1',
      'wrong',
      'doubled_name',
      (zones, name, value) => {
        delete zones[`relevo1._domainkey.${name}`];
        zones[`relevo1._domainkey.${name}.${name}`] = [{ TXT: value('dkim:relevo1') }];
      },
    ],
    [
      'an alias in its place',
      'dkim:relevo1',
      'wrong',
      'alias_in_the_way',
      (zones, name) => {
        zones[`relevo1._domainkey.${name}`] = [{ CNAME: 'dkim.other.example' }];
        zones['dkim.other.example'] = [{ A: '192.0.2.1' }];
      },
    ],
    ['a weaker policy', 'dmarc', 'wrong', 'dmarc_weaker', dmarc('v=DMARC1; p=none; rua=mailto:dmarc@NAME')],
    [
      'reports to others',
      'dmarc',
      'wrong',
      'dmarc_reports',
      dmarc('v=DMARC1; p=quarantine; rua=mailto:me@other.example'),
    ],
    ['two policies', 'dmarc', 'several', 'dmarc_several', dmarc('v=DMARC1; p=reject', 'v=DMARC1; p=none')],
    ['no policy', 'dmarc', 'wrong', 'dmarc_no_policy', dmarc('v=DMARC1; rua=mailto:dmarc@NAME')],
    ['commas', 'dmarc', 'wrong', 'dmarc_commas', dmarc('v=DMARC1, p=quarantine')],
    ['a version in small letters', 'dmarc', 'wrong', 'dmarc_version', dmarc('v=dmarc1; p=quarantine')],
    [
      'a policy on trial',
      'dmarc',
      'wrong',
      'dmarc_testing',
      dmarc('v=DMARC1; p=quarantine; t=y; rua=mailto:dmarc@NAME'),
    ],
    [
      'a stricter policy',
      'dmarc',
      'right',
      'dmarc_stricter',
      dmarc('v=DMARC1; p=reject; rua=mailto:dmarc@NAME'),
    ],
    [
      'another mail server',
      'return_mx',
      'wrong',
      'mx_other',
      (zones, name) => {
        zones[`bounces.${name}`] = [{ MX: [10, 'mx.other.example'] }];
      },
    ],
    [
      'a second mail server',
      'return_mx',
      'wrong',
      'mx_also',
      (zones, name) => {
        zones[`bounces.${name}`]!.push({ MX: [20, 'mx.other.example'] });
      },
    ],
    [
      'the domain behind the mail server',
      'return_mx',
      'wrong',
      'cname_extended',
      (zones, name) => {
        zones[`bounces.${name}`] = [{ MX: [10, `mail.example.net.${name}`] }];
      },
    ],
  ])('%s: %s is %s, %s', async (_what, key, state, code, change) => {
    const { domain, zones } = await makeWithZones();
    change(zones, domain.name, (of) => domain.records.find((record) => record.key === of)!.value);
    await setUpZones(zones);
    const checked = await lookAgain(domain);
    const record = checked.records.find((one) => one.key === key)!;
    expect([record.state, record.finding?.code]).toEqual([state, code]);
    expect(checked.state).toBe(
      state === 'right' ? 'verified' : state === 'unknown' ? 'unknown' : 'incomplete',
    );
    // Every sentence has what it speaks of.
    expect(record.summary).not.toMatch(/[{}]/);
  });

  it('blanks and order make no difference', async () => {
    const { domain, zones } = await makeWithZones();
    const at = `relevo1._domainkey.${domain.name}`;
    const value = domain.records.find(({ key }) => key === 'dkim:relevo1')!.value;
    const key = value.split('p=')[1]!;
    zones[at] = [{ TXT: `k=rsa;p=${key.slice(0, 60)} ${key.slice(60)};` }];
    zones[domain.name] = [{ TXT: 'v=spf1  mx IP4:192.0.2.7/32 -all' }];
    await setUpZones(zones);
    expect(await lookAgain(domain)).toMatchObject({ state: 'verified' });
  });
});
