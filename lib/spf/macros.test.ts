import { describe, expect, it } from 'vitest';
import { zoneResolver } from '@/lib/testing/dns-zones';
import { parseZone } from '@/lib/testing/parse-zone';
import { evaluateSpf } from './evaluate-spf';

const now = new Date('2026-11-29T12:00:00Z');

/** The explanation says what a text of macros comes to (RFC 7208 6.2, 7). */
async function explainOf(text: string, more: Partial<Parameters<typeof evaluateSpf>[0]> = {}, zone = '') {
  const zones = {
    ...parseZone(`email.example.com TXT v=spf1 exp=why.example.com -all\n${zone}`),
    'why.example.com': [{ TXT: text }],
  };
  const verdict = await evaluateSpf({
    ip: '192.0.2.3',
    mailFrom: 'strong-bad@email.example.com',
    helo: 'mx.example.org',
    resolver: zoneResolver(zones),
    now,
    ...more,
  });
  expect(verdict.result).toBe('fail');
  return verdict.explanation;
}

describe('the examples of the RFC (7.4)', () => {
  it.each([
    ['%{s}', 'strong-bad@email.example.com'],
    ['%{o}', 'email.example.com'],
    ['%{d}', 'email.example.com'],
    ['%{d4}', 'email.example.com'],
    ['%{d3}', 'email.example.com'],
    ['%{d2}', 'example.com'],
    ['%{d1}', 'com'],
    ['%{dr}', 'com.example.email'],
    ['%{d2r}', 'example.email'],
    ['%{l}', 'strong-bad'],
    ['%{l-}', 'strong.bad'],
    ['%{lr}', 'strong-bad'],
    ['%{lr-}', 'bad.strong'],
    ['%{l1r-}', 'strong'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
    ['%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
    ['%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}', '3.2.0.192.in-addr.strong.lp._spf.example.com'],
    ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
  ])('%s is %s', async (text, said) => {
    expect(await explainOf(text)).toBe(said);
  });

  it('of IPv6', async () => {
    expect(await explainOf('%{ir}.%{v}._spf.%{d2}', { ip: '2001:db8::cb01' })).toBe(
      '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
    );
  });
});

describe('macros (7.2, 7.3)', () => {
  it.each([
    ['%{h} %{c} %{r} %{t}', 'mx.example.org 192.0.2.3 unknown 1795953600'],
    ['%{i} %{v}', '192.0.2.3 in-addr'],
    ['100%% of%_it%-', '100% of it%20'],
    ['%{S}', 'strong-bad%40email.example.com'],
    ['%{D}', 'email.example.com'],
    ['%{o+}', 'email.example.com'],
    ['%{d200}', 'email.example.com'],
    ['', ''],
  ])('%s is %s', async (text, said) => {
    expect(await explainOf(text)).toBe(said);
  });

  it.each([
    '%',
    '% ',
    '%{',
    '%{}',
    '%{d',
    '%{x}',
    '%{d0}',
    '%{dr2}',
    '%{d,x}',
    '%(d)',
    '50% off',
    'caf\u00c3\u00a9',
    'a\tb',
  ])('an explanation of %j is none, and the mail fails all the same', async (text) => {
    expect(await explainOf(text)).toBeUndefined();
  });

  it('split at any of several signs, and are put together with dots', async () => {
    expect(await explainOf('%{l+-=}', { mailFrom: 'a+b-c=d.e@email.example.com' })).toBe('a.b.c.d.e');
    expect(await explainOf('%{l2r+}', { mailFrom: 'a+b+c@email.example.com' })).toBe('b.a');
  });

  it('name who asks, and an address of IPv6 in its short form', async () => {
    expect(await explainOf('%{r} %{c}', { receiver: 'mx.example.net', ip: '2001:DB8:0:0::1' })).toBe(
      'mx.example.net 2001:db8::1',
    );
  });

  it('%{p}: the domain itself, then one below, then any, else unknown', async () => {
    const own =
      '3.2.0.192.in-addr.arpa PTR x.example.org\n3.2.0.192.in-addr.arpa PTR mx.email.example.com\nx.example.org A 192.0.2.3';
    expect(await explainOf('%{p}')).toBe('unknown');
    expect(await explainOf('%{p}', {}, '3.2.0.192.in-addr.arpa SERVFAIL')).toBe('unknown');
    expect(await explainOf('%{p}', {}, '3.2.0.192.in-addr.arpa PTR liar.example.org')).toBe('unknown');
    expect(await explainOf('%{p}', {}, own)).toBe('x.example.org');
    expect(await explainOf('%{p}', {}, `${own}\nmx.email.example.com A 192.0.2.3`)).toBe(
      'mx.email.example.com',
    );
    const all = `${own}\nmx.email.example.com A 192.0.2.3\n3.2.0.192.in-addr.arpa PTR email.example.com\nemail.example.com A 192.0.2.3`;
    expect(await explainOf('%{p}', {}, all)).toBe('email.example.com');
  });

  it.each([
    ['exists:%{ir}.list.example.org', 'pass'],
    ['exists:%{l}.%{d}.list.example.org', 'pass'],
    ['a:%{h}', 'pass'],
    ['a:%{d1r}%-.example.org', 'neutral'],
    ['exists:%{c}.example.org', 'permerror'],
    ['exists:%{r}.example.org', 'permerror'],
    ['exists:%{t}.example.org', 'permerror'],
    ['exists:%{d}com', 'permerror'],
    ['exists:%{d}.1', 'permerror'],
    ['exists:%(ir).example.org', 'permerror'],
    ['include:%{d2}.inc.example.org -all', 'pass'],
  ])('in a record: %s is %s', async (terms, result) => {
    const zones = parseZone(`
      email.example.com TXT v=spf1 ${terms}
      3.2.0.192.list.example.org A 127.0.0.2
      strong-bad.email.example.com.list.example.org A 127.0.0.2
      mx.example.org A 192.0.2.3
      example.com.inc.example.org TXT v=spf1 ip4:192.0.2.3`);
    const question = {
      ip: '192.0.2.3',
      mailFrom: 'strong-bad@email.example.com',
      helo: 'mx.example.org',
      resolver: zoneResolver(zones),
    };
    expect((await evaluateSpf(question)).result).toBe(result);
  });

  it('a name that comes out too long loses labels in front', async () => {
    const label = 'x'.repeat(50);
    const resolver = zoneResolver(
      parseZone(`email.example.com TXT v=spf1 exists:${`${label}.`.repeat(5)}%{d} -all`),
    );
    await evaluateSpf({ ip: '192.0.2.3', mailFrom: 'a@email.example.com', helo: 'h', resolver });
    expect(resolver.asked.at(-1)).toBe(`A ${`${label}.`.repeat(4)}email.example.com`);
  });
});

describe('explanations (6.2)', () => {
  const judge = (zone: string, mailFrom = 'ana@example.com') =>
    evaluateSpf({
      ip: '192.0.2.3',
      mailFrom,
      helo: 'mx.example.org',
      resolver: zoneResolver(parseZone(zone)),
    });
  const inc =
    'inc.example.com TXT v=spf1 exp=b.example.com -all\na.example.com TXT from a\nb.example.com TXT from b %{d}';

  it.each([
    ['v=spf1 exp=a.example.com -all', 'from a'],
    ['v=spf1 -all exp=a.example.com', 'from a'],
    ['v=spf1 exp=a.example.com include:inc.example.com -all', 'from a'],
    ['v=spf1 include:inc.example.com -all', undefined],
    // Of the record that decided, and never of the one that redirects.
    ['v=spf1 redirect=inc.example.com', 'from b inc.example.com'],
    ['v=spf1 exp=a.example.com redirect=inc.example.com', 'from b inc.example.com'],
    ['v=spf1 exp=gone.example.com -all', undefined],
    ['v=spf1 exp=two.example.com -all', undefined],
    ['v=spf1 exp=failing.example.com -all', undefined],
    ['v=spf1 exp=%{l}.example.com -all', undefined],
  ])('%s says %s', async (record, said) => {
    const zone = `example.com TXT ${record}\n${inc}\ntwo.example.com TXT one\ntwo.example.com TXT two\nfailing.example.com SERVFAIL`;
    expect(await judge(zone)).toMatchObject({ result: 'fail' });
    expect((await judge(zone)).explanation).toBe(said);
  });

  it.each(['?all', '~all', '+all'])('there is none with %s', async (term) => {
    expect(
      (await judge(`example.com TXT v=spf1 exp=a.example.com ${term}\n${inc}`)).explanation,
    ).toBeUndefined();
  });
});

describe('who is judged (2.4, 4.3)', () => {
  const zone =
    'example.com TXT v=spf1 exp=e.example.com -all\ne.example.com TXT %{s} %{l}\nmx.example.org TXT v=spf1 -exists:%{l}.example.org\npostmaster.example.org A 127.0.0.2';
  const judge = (mailFrom: string, helo = 'mx.example.org', ip = '192.0.2.3') =>
    evaluateSpf({ ip, mailFrom, helo, resolver: zoneResolver(parseZone(zone)) });

  it.each([
    ['@example.com', 'fail', 'postmaster@example.com postmaster'],
    ['example.com', 'fail', 'postmaster@example.com postmaster'],
    ['a@b@example.com', 'fail', 'a@b@example.com a@b'],
    ['ana@EXAMPLE.com', 'fail', 'ana@EXAMPLE.com ana'],
    ['', 'fail', undefined],
    ['<>', 'fail', undefined],
  ])('%j is %s', async (mailFrom, result, said) => {
    const verdict = await judge(mailFrom);
    expect([verdict.result, verdict.explanation]).toEqual([result, said]);
  });

  it.each([
    ['ana@localhost', 'bad_domain'],
    ['ana@[192.0.2.3]', 'bad_domain'],
    ['ana@a..example.com', 'bad_domain'],
    [`ana@${'a'.repeat(64)}.example.com`, 'bad_domain'],
    ['ana@gone.example.com', 'no_record'],
  ])('%s is none', async (mailFrom, code) => {
    expect(await judge(mailFrom)).toMatchObject({ result: 'none', reason: { code }, tree: null });
  });

  it.each([
    ['', 'OEMCOMPUTER'],
    ['', '[192.0.2.3]'],
    ['', ''],
  ])('%j of %j is none', async (mailFrom, helo) => {
    expect((await judge(mailFrom, helo)).result).toBe('none');
  });

  it('what is no address is none', async () => {
    expect(await judge('ana@example.com', 'h', '300.1.1.1')).toMatchObject({
      result: 'none',
      reason: { code: 'bad_ip' },
    });
  });
});
