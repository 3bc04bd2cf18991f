import { describe, expect, it } from 'vitest';
import { zoneResolver } from '@/lib/testing/dns-zones';
import { parseZone } from '@/lib/testing/parse-zone';
import { analyseSpf } from './analyse-spf';

const ZONE = `
_spf.example.net TXT v=spf1 ip4:192.0.2.0/28 include:_more.example.net ~all
_more.example.net TXT v=spf1 a:host.example.net mx:host.example.net ~all
host.example.net A 192.0.2.30
host.example.net MX 10 host.example.net
nospf.example.net TXT hello
two.example.net TXT v=spf1 -all
two.example.net TXT v=spf1 ~all
broken.example.net TXT v=spf1 ip4:1.2.3 -all
failing.example.net SERVFAIL
a.loop.example.net TXT v=spf1 include:b.loop.example.net -all
b.loop.example.net TXT v=spf1 include:a.loop.example.net -all
`;
const analyse = (texts: string[]) =>
  analyseSpf(
    'example.com',
    zoneResolver({ ...parseZone(ZONE), 'example.com': texts.map((TXT) => ({ TXT })) }),
  );
const codes = async (...texts: string[]) => (await analyse(texts)).findings.map(({ code }) => code);

describe('what is wrong with a record', () => {
  it.each([
    ['v=spf1 ip4:192.0.2.1 ~all', []],
    ['v=spf1 ip4:192.0.2.1 -all', []],
    ['v=spf1 include:_spf.example.net ~all', []],
    ['v=spf1 redirect=_spf.example.net', []],
    ['v=spf1 exists:%{ir}.list.example.net ~all', []],
    ['v=spf1 ip4:192.0.2.1 +all', ['spf_allows_everyone']],
    ['v=spf1 ip4:192.0.2.1 all', ['spf_allows_everyone']],
    ['v=spf1 ip4:192.0.2.1 ?all', ['spf_neutral_all']],
    ['v=spf1 ip4:192.0.2.1', ['spf_no_all']],
    ['v=spf1 -all ip4:192.0.2.1', ['spf_after_all']],
    ['v=spf1 redirect=_spf.example.net ~all', ['spf_redirect_ignored']],
    ['v=spf1 ptr ~all', ['spf_ptr']],
    ['v=spf1 ip4:0.0.0.0/0 ~all', ['spf_wide_network']],
    ['v=spf1 ip6:2000::/3 ~all', ['spf_wide_network']],
    ['v=spf1 moo ~all', ['spf_unknown_mechanism']],
    ['v=spf1 ip4:2001:db8::1 ~all', ['spf_wrong_family']],
    ['v=spf1 ip4:192.0.2 ~all', ['spf_bad_address']],
    ['v=spf1 ip4:192.0.2.1/33 ~all', ['spf_bad_prefix']],
    ['v=spf1 include ~all', ['spf_missing_argument']],
    ['v=spf1 a:host ~all', ['spf_bad_domain']],
    ['v=spf1 all:example.net -all', ['spf_unexpected_argument']],
    ['v=spf1 exp=a.example.net exp=b.example.net ~all', ['spf_repeated_modifier']],
    ['v=spf1 foo=%x ~all', ['spf_bad_modifier']],
    ['v=spf1 ip4:192.0.2.1\u2003~all', ['spf_bad_characters']],
    ['v=spf1 include:gone.example.net ~all', ['spf_include_without_record']],
    ['v=spf1 include:nospf.example.net ~all', ['spf_include_without_record']],
    ['v=spf1 include:two.example.net ~all', ['spf_include_several']],
    ['v=spf1 include:broken.example.net ~all', ['spf_include_broken']],
    ['v=spf1 include:failing.example.net ~all', ['spf_include_unknown']],
    ['v=spf1 include:a.loop.example.net ~all', ['spf_loop']],
    ['v=spf1 include:example.com ~all', ['spf_loop']],
    ['v=spf1 a:gone.example.net ~all', ['spf_void']],
    [`v=spf1 ${'ip4:192.0.2.1 '.repeat(40)}~all`, ['spf_too_long']],
    [
      'v=spf1 a:g1.example.net a:g2.example.net mx:g3.example.net ~all',
      ['spf_void', 'spf_void', 'spf_void', 'spf_too_many_voids'],
    ],
    [`v=spf1 ${'a:host.example.net '.repeat(11)}~all`, ['spf_too_many_lookups']],
    ['spf1 ip4:192.0.2.1 ~all', ['spf_lookalike']],
    ['"v=spf1 ip4:192.0.2.1 ~all"', ['spf_lookalike']],
    ['v=spf1; ip4:192.0.2.1 ~all', ['spf_lookalike']],
    ['v=spf ip4:192.0.2.1 ~all', ['spf_lookalike']],
    ['google-site-verification=abc', ['spf_missing']],
  ])('%s', async (text, found) => {
    expect(await codes(text)).toEqual(found);
  });

  it('two records', async () => {
    expect(await codes('v=spf1 ~all', 'v=spf1 -all')).toEqual(['spf_several']);
  });

  it('nothing, where nobody answers', async () => {
    const analysis = await analyseSpf('failing.example.net', zoneResolver(parseZone(ZONE)));
    expect(analysis).toMatchObject({
      state: 'unknown',
      tree: null,
      findings: [{ code: 'spf_unknown', severity: 'unknown' }],
    });
  });
});

it('counts through the whole tree, and shows it', async () => {
  const { lookups, voidLookups, tree } = await analyse([
    'v=spf1 include:_spf.example.net a:gone.example.net ~all',
  ]);
  expect([lookups, voidLookups]).toEqual([5, 1]);
  expect(tree).toMatchObject({
    domain: 'example.com',
    terms: [
      {
        term: 'include:_spf.example.net',
        isLookup: true,
        child: { terms: [{ isLookup: false }, { child: { domain: '_more.example.net' } }, { term: '~all' }] },
      },
      { term: 'a:gone.example.net', isVoid: true },
      { term: '~all', isLookup: false },
    ],
  });
});

it('ends in what strangers write without an end', async () => {
  const zones = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [
      `n${at}.example.net`,
      [
        {
          TXT: `v=spf1 ${Array.from({ length: 9 }, (_, to) => `include:n${(at * 9 + to + 1) % 400}.example.net`).join(' ')} -all`,
        },
      ],
    ]),
  );
  const resolver = zoneResolver(zones);
  await analyseSpf('n0.example.net', resolver);
  expect(resolver.asked.length).toBeLessThan(60);
});
