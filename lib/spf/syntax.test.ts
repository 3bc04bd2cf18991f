import { describe, expect, it } from 'vitest';
import { zoneResolver } from '@/lib/testing/dns-zones';
import { parseZone } from '@/lib/testing/parse-zone';
import { evaluateSpf } from './evaluate-spf';

/** What a record says of 192.0.2.10, whose zone has its host, mail servers, and neighbours in every state. */
const ZONE = `
host.example.net A 192.0.2.10
host.example.net AAAA 2001:db8::10
_spf.example.net TXT v=spf1 ip4:192.0.2.10 -all
deny.example.net TXT v=spf1 -all
soft.example.net TXT v=spf1 ~all
open.example.net TXT v=spf1 ?all
broken.example.net TXT v=spf1 ip4:300.1.1.1 -all
failing.example.net SERVFAIL
silent.example.net TIMEOUT
nospf.example.net TXT hello
two.example.net TXT v=spf1 -all
two.example.net TXT v=spf1 ~all
foo:bar/baz.example.net A 192.0.2.10
foo.a-b A 192.0.2.10
`;

async function judge(record: string, ip = '192.0.2.10', zone = ZONE) {
  const zones = { ...parseZone(zone), 'example.com': [{ TXT: record }] };
  return evaluateSpf({
    ip,
    mailFrom: 'ana@example.com',
    helo: 'mx.example.com',
    resolver: zoneResolver(zones),
  });
}

describe('the record (4.5, 4.6)', () => {
  it.each([
    ['v=spf1 -all', 'fail'],
    ['V=SpF1 -all', 'fail'],
    ['v=spf1', 'neutral'],
    ['v=spf1 ', 'neutral'],
    ['v=spf1   ip4:192.0.2.10    -all   ', 'pass'],
    ['v=spf10 -all', 'none'],
    ['v=spf1-all', 'none'],
    ['v=spf1\t-all', 'none'],
    ['v = spf1 -all', 'none'],
    [' v=spf1 -all', 'none'],
    ['v=spf2.0/pra -all', 'none'],
    ['v=spf1 ip4:192.0.2.10\t-all', 'permerror'],
    ['v=spf1 ip4:192.0.2.10\r\n-all', 'permerror'],
    ['v=spf1 a:caf\u00c3\u00a9.example.net -all', 'permerror'],
    ['v=spf1 exp=\u0080.example.net ip4:192.0.2.10 -all', 'permerror'],
    // A flaw anywhere, also behind what would have matched.
    ['v=spf1 ip4:192.0.2.10 -all moo', 'permerror'],
    ['v=spf1 +all ip4:1.2.3', 'permerror'],
  ])('%j is %s', async (record, result) => {
    expect((await judge(record)).result).toBe(result);
  });

  it('is one of one domain', async () => {
    const zones = parseZone(ZONE);
    const of = async (domain: string) =>
      (
        await evaluateSpf({
          ip: '192.0.2.10',
          mailFrom: `a@${domain}`,
          helo: 'h.example',
          resolver: zoneResolver(zones),
        })
      ).result;
    expect(await of('two.example.net')).toBe('permerror');
    expect(await of('nospf.example.net')).toBe('none');
    expect(await of('gone.example.net')).toBe('none');
    expect(await of('failing.example.net')).toBe('temperror');
    expect(await of('silent.example.net')).toBe('temperror');
  });

  it('counts alone beside other texts, whatever bytes they have, and joined without blanks', async () => {
    const zones = {
      'example.com': [{ TXT: 'caf\u00e9' }, { TXT: ['v=sp', 'f1 ip4:192.0.', '2.10 -all'] }, { TXT: '' }],
    };
    const { result } = await evaluateSpf({
      ip: '192.0.2.10',
      mailFrom: 'a@example.com',
      helo: 'h',
      resolver: zoneResolver(zones),
    });
    expect(result).toBe('pass');
  });
});

describe('qualifiers and order (4.6.2)', () => {
  it.each([
    ['v=spf1 ip4:192.0.2.10', 'pass'],
    ['v=spf1 +ip4:192.0.2.10 -all', 'pass'],
    ['v=spf1 -ip4:192.0.2.10 +all', 'fail'],
    ['v=spf1 ~ip4:192.0.2.10 -all', 'softfail'],
    ['v=spf1 ?ip4:192.0.2.10 -all', 'neutral'],
    ['v=spf1 ip4:192.0.2.11', 'neutral'],
    ['v=spf1 all -all', 'pass'],
    ['v=spf1 -ALL', 'fail'],
    ['v=spf1 --all', 'permerror'],
    ['v=spf1 - all', 'permerror'],
    ['v=spf1 !all', 'permerror'],
    ['v=spf1 A:HOST.example.NET -all', 'pass'],
  ])('%j is %s', async (record, result) => {
    expect((await judge(record)).result).toBe(result);
  });
});

describe('arguments (5, 12)', () => {
  it.each([
    // all
    ['-all.', 'permerror'],
    ['-all:example.net', 'permerror'],
    ['-all/8', 'permerror'],
    ['all=', 'neutral'],
    // include
    ['include', 'permerror'],
    ['include:', 'permerror'],
    ['include/24', 'permerror'],
    ['include:_spf.example.net/24', 'permerror'],
    ['include=_spf.example.net', 'neutral'],
    // a
    ['a:', 'permerror'],
    ['a:/24', 'permerror'],
    ['a/', 'permerror'],
    ['a:host.example.net/', 'permerror'],
    ['a:host.example.net/32', 'pass'],
    ['a:host.example.net/33', 'permerror'],
    ['a:host.example.net/032', 'permerror'],
    ['a:host.example.net//128', 'pass'],
    ['a:host.example.net//129', 'permerror'],
    ['a:host.example.net/24//64', 'pass'],
    ['a:host.example.net//64/24', 'permerror'],
    ['a:host.example.net/24/64', 'permerror'],
    ['a:host.example.net:8080', 'permerror'],
    ['a:host.example.net.', 'pass'],
    ['a:host..example.net', 'permerror'],
    ['a:192.0.2.10', 'permerror'],
    ['a:host.123', 'permerror'],
    ['a:host', 'permerror'],
    ['a:host.', 'permerror'],
    ['a:host.cd-', 'permerror'],
    ['a:foo.a-b', 'pass'],
    ['a:foo:bar/baz.example.net', 'pass'],
    ['a:foo:bar/baz.example.net/32', 'pass'],
    [`a:${'x'.repeat(64)}.example.net`, 'permerror'],
    ['a:e6\0.example.net', 'permerror'],
    ['a-all', 'permerror'],
    ['a.b', 'permerror'],
    // mx
    ['mx:', 'permerror'],
    ['mx/33', 'permerror'],
    ['mx:abc.123', 'permerror'],
    ['mx//0', 'neutral'],
    // ptr, exists
    ['ptr:', 'permerror'],
    ['ptr/24', 'permerror'],
    ['exists', 'permerror'],
    ['exists:', 'permerror'],
    ['exists:host.example.net/24', 'permerror'],
    ['exists:host.example.net', 'pass'],
    // ip4
    ['ip4', 'permerror'],
    ['ip4:', 'permerror'],
    ['ip4:192.0.2', 'permerror'],
    ['ip4:192.0.2.10:25', 'permerror'],
    ['ip4:192.0.2.256', 'permerror'],
    ['ip4:192.0.2.010', 'permerror'],
    ['ip4:192.0.2.10/32', 'pass'],
    ['ip4:192.0.2.10/33', 'permerror'],
    ['ip4:192.0.2.10/08', 'permerror'],
    ['ip4:192.0.2.10//32', 'permerror'],
    ['ip4:192.0.2.10/', 'permerror'],
    ['ip4:192.0.2.99/24', 'pass'],
    ['ip4:0.0.0.0/0', 'pass'],
    ['ip4:2001:db8::1', 'permerror'],
    ['ip4:host.example.net', 'permerror'],
    // ip6
    ['ip6', 'permerror'],
    ['ip6:::/0', 'neutral'],
    ['ip6:::ffff:192.0.2.10', 'neutral'],
    ['ip6:::1/129', 'permerror'],
    ['ip6:::1//33', 'permerror'],
    ['ip6:::CAFE::BABE', 'permerror'],
    ['ip6:192.0.2.10', 'permerror'],
    ['ip6:fe80::1%eth0', 'permerror'],
    // modifiers (6)
    ['redirect=', 'permerror'],
    ['redirect:_spf.example.net', 'permerror'],
    ['-redirect=_spf.example.net', 'permerror'],
    ['redirect=_spf.example.net redirect=_spf.example.net', 'permerror'],
    ['exp=', 'permerror'],
    ['exp=-all', 'permerror'],
    ['exp=a.example.net exp=b.example.net', 'permerror'],
    ['moo.cow-far_out=man:dog/cat ip4:192.0.2.10', 'pass'],
    ['moo.cow/far_out=man:dog/cat ip4:192.0.2.10', 'permerror'],
    ['moo.cow:far_out=man:dog/cat ip4:192.0.2.10', 'permerror'],
    ['=abc', 'permerror'],
    ['1up=x', 'permerror'],
    ['default=pass -all', 'fail'],
    ['foo=%abc', 'permerror'],
    ['foo=%{x}', 'permerror'],
    ['foo=%{s}%%%_%-', 'neutral'],
  ])('%j is %s', async (terms, result) => {
    expect((await judge(`v=spf1 ${terms}`)).result).toBe(result);
  });
});
