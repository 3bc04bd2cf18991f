import { describe, expect, it } from 'vitest';
import { zoneResolver } from '@/lib/testing/dns-zones';
import { parseZone } from '@/lib/testing/parse-zone';
import { evaluateSpf } from './evaluate-spf';

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const ZONE = `
example.com A 192.0.2.10
example.com AAAA 2001:db8::10
example.com MX 10 mx1.example.com
example.com MX 20 mx2.example.com
mx1.example.com A 192.0.2.20
mx1.example.com AAAA 2001:db8::20
mx2.example.com A 192.0.2.21
host.example.net A 192.0.2.30
multi.example.net A 192.0.2.40
multi.example.net A 192.0.2.41
v6.example.net AAAA 2001:db8::50
null.example.net MX 0 
nomx.example.net A 192.0.2.30
brokenmx.example.net MX 10 failing.example.net
nohost.example.net MX 10 gone.example.net
nohost.example.net MX 20 host.example.net
failing.example.net SERVFAIL
silent.example.net TIMEOUT
alias.example.net CNAME host.example.net
loop.example.net CNAME loop2.example.net
loop2.example.net CNAME loop.example.net
pass.example.net TXT v=spf1 ip4:192.0.2.30 -all
deny.example.net TXT v=spf1 -all
soft.example.net TXT v=spf1 ~all
open.example.net TXT v=spf1 ?all
broken.example.net TXT v=spf1 moo -all
nospf.example.net TXT hello
two.example.net TXT v=spf1 -all
two.example.net TXT v=spf1 ~all
self.example.net TXT v=spf1 include:self.example.net -all
ring.example.net TXT v=spf1 redirect=ring.example.net
usesptr.example.net TXT v=spf1 ptr -all
30.2.0.192.in-addr.arpa PTR host.example.net
31.2.0.192.in-addr.arpa PTR liar.example.net
liar.example.net A 192.0.2.99
32.2.0.192.in-addr.arpa PTR gone.example.net
32.2.0.192.in-addr.arpa PTR failing.example.net
32.2.0.192.in-addr.arpa PTR Mail.Example.NET
mail.example.net A 192.0.2.32
33.2.0.192.in-addr.arpa SERVFAIL
34.2.0.192.in-addr.arpa CNAME loop.example.net
35.2.0.192.in-addr.arpa PTR evilexample.net
evilexample.net A 192.0.2.35
0.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR v6.example.net
${many(11, (at) => `36.2.0.192.in-addr.arpa PTR p${at}.example.org`)}
${many(10, (at) => `p${at}.example.org A 192.0.2.9${at}`)}
p10.example.org A 192.0.2.36
${many(10, (at) => `ten.example.net MX ${at} m${at}.example.org`)}
${many(11, (at) => `eleven.example.net MX ${at} m${at}.example.org`)}
${many(11, (at) => `m${at}.example.org A 192.0.2.30`)}
${many(15, (at) => `wide.example.net A 192.0.2.1${at < 10 ? `0${at}` : at}`)}
`;

async function judge(record: string, ip: string) {
  const zones = parseZone(`${ZONE}\nexample.com TXT ${record}`);
  return evaluateSpf({
    ip,
    mailFrom: 'ana@example.com',
    helo: 'mx.example.com',
    resolver: zoneResolver(zones),
  });
}

const is = async ([record, ip, result]: [string, string, string]) =>
  expect((await judge(record, ip)).result, `${record} of ${ip}`).toBe(result);

describe('a (5.3)', () => {
  it.each<[string, string, string]>([
    ['v=spf1 a -all', '192.0.2.10', 'pass'],
    ['v=spf1 a -all', '2001:db8::10', 'pass'],
    ['v=spf1 a -all', '::ffff:192.0.2.10', 'pass'],
    ['v=spf1 a -all', '192.0.2.11', 'fail'],
    ['v=spf1 a/24 -all', '192.0.2.11', 'pass'],
    ['v=spf1 a//64 -all', '2001:db8::ffff', 'pass'],
    ['v=spf1 a/0 -all', '203.0.113.9', 'pass'],
    ['v=spf1 a:v6.example.net/0 -all', '203.0.113.9', 'fail'],
    ['v=spf1 a:host.example.net//0 -all', '2001:db8::1', 'fail'],
    ['v=spf1 a:v6.example.net//0 -all', '2001:db9::1', 'pass'],
    ['v=spf1 a:gone.example.net/0 -all', '192.0.2.10', 'fail'],
    ['v=spf1 a:multi.example.net -all', '192.0.2.41', 'pass'],
    ['v=spf1 a:wide.example.net -all', '192.0.2.114', 'pass'],
    ['v=spf1 a:alias.example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 a:failing.example.net -all', '192.0.2.30', 'temperror'],
    ['v=spf1 a:silent.example.net -all', '192.0.2.30', 'temperror'],
    ['v=spf1 ip4:192.0.2.30 a:failing.example.net -all', '192.0.2.30', 'pass'],
  ])('%s of %s is %s', async (...given) => is(given));
});

describe('mx (5.4)', () => {
  it.each<[string, string, string]>([
    ['v=spf1 mx -all', '192.0.2.21', 'pass'],
    ['v=spf1 mx -all', '2001:db8::20', 'pass'],
    ['v=spf1 mx -all', '192.0.2.10', 'fail'],
    ['v=spf1 mx/28 -all', '192.0.2.22', 'pass'],
    // The domain's own address is no mail server of its own here.
    ['v=spf1 mx:nomx.example.net -all', '192.0.2.30', 'fail'],
    ['v=spf1 mx:null.example.net -all', '192.0.2.30', 'fail'],
    ['v=spf1 mx:nohost.example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 mx:brokenmx.example.net -all', '192.0.2.30', 'temperror'],
    ['v=spf1 mx:ten.example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 mx:eleven.example.net -all', '192.0.2.30', 'permerror'],
  ])('%s of %s is %s', async (...given) => is(given));
});

describe('ptr (5.5)', () => {
  it.each<[string, string, string]>([
    ['v=spf1 ptr:example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 ptr:host.example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 ptr:HOST.EXAMPLE.NET -all', '192.0.2.30', 'pass'],
    ['v=spf1 ptr -all', '192.0.2.30', 'fail'],
    ['v=spf1 ptr:example.net -all', '192.0.2.31', 'fail'],
    ['v=spf1 ptr:example.net -all', '192.0.2.32', 'pass'],
    ['v=spf1 ptr:example.net -all', '192.0.2.33', 'fail'],
    ['v=spf1 ptr:example.net ?all', '192.0.2.34', 'neutral'],
    ['v=spf1 ptr:example.net -all', '192.0.2.35', 'fail'],
    ['v=spf1 ptr:example.net -all', '2001:db8::50', 'pass'],
    // The eleventh name is not looked at.
    ['v=spf1 ptr:p10.example.org -all', '192.0.2.36', 'fail'],
    ['v=spf1 ptr:example.net -all', '192.0.2.37', 'fail'],
  ])('%s of %s is %s', async (...given) => is(given));
});

describe('exists, ip4, ip6 (5.6, 5.7)', () => {
  it.each<[string, string, string]>([
    ['v=spf1 exists:host.example.net -all', '2001:db8::1', 'pass'],
    ['v=spf1 exists:v6.example.net -all', '2001:db8::50', 'fail'],
    ['v=spf1 exists:failing.example.net -all', '192.0.2.1', 'temperror'],
    ['v=spf1 exists:gone.example.net -all', '192.0.2.1', 'fail'],
    ['v=spf1 ip4:192.0.2.0/25 -all', '192.0.2.127', 'pass'],
    ['v=spf1 ip4:192.0.2.0/25 -all', '192.0.2.128', 'fail'],
    ['v=spf1 ip4:192.0.2.1 -all', '::FFFF:192.0.2.1', 'pass'],
    ['v=spf1 ip6:2001:DB8::/32 -all', '2001:db8:ffff::1', 'pass'],
    ['v=spf1 ip6:2001:db8::/33 -all', '2001:db8:8000::1', 'fail'],
    ['v=spf1 ip6:::/0 -all', '2001:db8::1', 'pass'],
    ['v=spf1 ip6:::/0 -all', '192.0.2.1', 'fail'],
    ['v=spf1 ip6:::ffff:192.0.2.1/96 -all', '192.0.2.1', 'fail'],
  ])('%s of %s is %s', async (...given) => is(given));
});

describe('include and redirect (5.2, 6.1)', () => {
  it.each<[string, string, string]>([
    ['v=spf1 include:pass.example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 -include:pass.example.net +all', '192.0.2.30', 'fail'],
    ['v=spf1 include:deny.example.net ~all', '192.0.2.30', 'softfail'],
    ['v=spf1 include:soft.example.net -all', '192.0.2.30', 'fail'],
    ['v=spf1 include:open.example.net -all', '192.0.2.30', 'fail'],
    ['v=spf1 include:failing.example.net -all', '192.0.2.30', 'temperror'],
    ['v=spf1 include:silent.example.net -all', '192.0.2.30', 'temperror'],
    ['v=spf1 include:broken.example.net -all', '192.0.2.30', 'permerror'],
    ['v=spf1 include:nospf.example.net -all', '192.0.2.30', 'permerror'],
    ['v=spf1 include:gone.example.net -all', '192.0.2.30', 'permerror'],
    ['v=spf1 include:two.example.net -all', '192.0.2.30', 'permerror'],
    ['v=spf1 include:self.example.net -all', '192.0.2.30', 'permerror'],
    ['v=spf1 ip4:192.0.2.30 include:gone.example.net -all', '192.0.2.30', 'pass'],
    ['v=spf1 redirect=pass.example.net', '192.0.2.30', 'pass'],
    ['v=spf1 redirect=pass.example.net', '192.0.2.31', 'fail'],
    ['v=spf1 redirect=deny.example.net ip4:192.0.2.30', '192.0.2.30', 'pass'],
    ['v=spf1 redirect=deny.example.net ?all', '192.0.2.30', 'neutral'],
    ['v=spf1 redirect=nospf.example.net', '192.0.2.30', 'permerror'],
    ['v=spf1 redirect=gone.example.net', '192.0.2.30', 'permerror'],
    ['v=spf1 redirect=failing.example.net', '192.0.2.30', 'temperror'],
    ['v=spf1 redirect=broken.example.net', '192.0.2.30', 'permerror'],
    ['v=spf1 redirect=ring.example.net', '192.0.2.30', 'permerror'],
    // The domain of a record that is redirected to is its own.
    ['v=spf1 redirect=usesptr.example.net', '192.0.2.30', 'fail'],
    ['V=SPF1 REDIRECT=PASS.EXAMPLE.NET', '192.0.2.30', 'pass'],
  ])('%s of %s is %s', async (...given) => is(given));
});

describe('limits (4.6.4)', () => {
  const terms = (count: number) => many(count, (at) => `a:m${at % 11}.example.org`).replaceAll('\n', ' ');
  it.each<[string, string, string]>([
    [`v=spf1 ${terms(10)} -all`, '192.0.2.1', 'fail'],
    [`v=spf1 ${terms(11)} -all`, '192.0.2.1', 'permerror'],
    // Those of included records count along: an include and its ptr.
    [`v=spf1 ${terms(8)} include:usesptr.example.net -all`, '192.0.2.1', 'fail'],
    [`v=spf1 ${terms(9)} include:usesptr.example.net -all`, '192.0.2.1', 'permerror'],
    [`v=spf1 ip4:192.0.2.1 ${terms(11)} -all`, '192.0.2.1', 'pass'],
    [`v=spf1 ${'ip4:192.0.2.9 '.repeat(30)}ip6:::1 -all`, '192.0.2.1', 'fail'],
    ['v=spf1 a:g1.example.org a:g2.example.org ?all', '192.0.2.1', 'neutral'],
    ['v=spf1 a:g1.example.org a:g2.example.org a:g3.example.org ?all', '192.0.2.1', 'permerror'],
    ['v=spf1 a:g1.example.org mx:g2.example.org exists:g3.example.org ?all', '192.0.2.1', 'permerror'],
    ['v=spf1 a:v6.example.net mx:host.example.net ?all', '192.0.2.1', 'neutral'],
  ])('%s of %s is %s', async (...given) => is(given));

  it('are told', async () => {
    expect(
      await judge(`v=spf1 include:pass.example.net ${terms(2)} a:g1.example.org -all`, '192.0.2.1'),
    ).toMatchObject({
      result: 'fail',
      lookups: 4,
      voidLookups: 1,
      reason: { code: 'matched', term: '-all', domain: 'example.com' },
    });
    expect((await judge(`v=spf1 ${terms(11)} -all`, '192.0.2.1')).reason).toEqual({
      code: 'too_many_lookups',
      domain: 'example.com',
      term: 'a:m10.example.org',
    });
  });
});

it('tells the tree of what was read, and where it stopped', async () => {
  const { tree } = await judge('v=spf1 a:host.example.net include:pass.example.net mx -all', '192.0.2.30');
  expect(tree?.terms.map(({ term, state, isLookup }) => [term, state, isLookup])).toEqual([
    ['a:host.example.net', 'matched', true],
    ['include:pass.example.net', 'not_reached', false],
    ['mx', 'not_reached', false],
    ['-all', 'not_reached', false],
  ]);
  const { tree: other } = await judge('v=spf1 include:pass.example.net -all', '192.0.2.31');
  expect(other?.terms[0]).toMatchObject({
    state: 'not_matched',
    child: { domain: 'pass.example.net', terms: [{ state: 'not_matched' }, { state: 'matched' }] },
  });
});
