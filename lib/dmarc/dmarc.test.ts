import { describe, expect, it } from 'vitest';
import { zoneResolver } from '@/lib/testing/dns-zones';
import { parseZone } from '@/lib/testing/parse-zone';
import { advisePolicy } from './advise-policy';
import { analyseDmarc } from './analyse-dmarc';
import { buildDmarc } from './build-dmarc';
import { discoverDmarc, findOrganizationalDomain, walkNames } from './discover-dmarc';
import { evaluateDmarc } from './evaluate-dmarc';
import { isDmarc, parseDmarc } from './parse-dmarc';

const ZONE = `
_dmarc.example.com TXT v=DMARC1; p=reject; sp=quarantine; np=none; rua=mailto:d@example.com
_dmarc.strict.example.com TXT v=DMARC1; p=quarantine; adkim=s; aspf=s; rua=mailto:d@example.com
shop.example.com A 192.0.2.1
_dmarc.gov.example TXT v=DMARC1; p=reject; psd=y; rua=mailto:d@gov.example
_dmarc.unit.corp.example TXT v=DMARC1; p=none; psd=n; rua=mailto:d@corp.example
_dmarc.corp.example TXT v=DMARC1; p=reject; rua=mailto:d@corp.example
_dmarc.test.example TXT v=DMARC1; p=reject; t=y; rua=mailto:d@test.example
_dmarc.two.example TXT v=DMARC1; p=none
_dmarc.two.example TXT v=DMARC1; p=reject
_dmarc.bare.example TXT v=DMARC1; rua=mailto:d@bare.example
_dmarc.empty.example TXT v=DMARC1
_dmarc.failing.example SERVFAIL
_dmarc.outside.example TXT v=DMARC1; p=reject; rua=mailto:d@reports.example.net,mailto:d@silent.example.net,mailto:d@no.example.org
outside.example._report._dmarc.reports.example.net TXT v=DMARC1
outside.example._report._dmarc.silent.example.net SERVFAIL
`;
const resolver = () => zoneResolver(parseZone(ZONE));

describe('a record (4.7)', () => {
  it.each([
    ['v=DMARC1; p=none', true],
    ['v = DMARC1 ; p=none', true],
    ['v=DMARC1', true],
    ['v=dmarc1; p=none', false],
    ['v=DMARC10; p=none', false],
    ['p=none; v=DMARC1', false],
    [' v=DMARC1; p=none', false],
    ['"v=DMARC1; p=none"', false],
  ])('%s: %s', (text, is) => {
    expect(isDmarc(text)).toBe(is);
  });

  it('has defaults', () => {
    expect(parseDmarc('v=DMARC1; p=reject')).toEqual({
      record: {
        policy: 'reject',
        subdomainPolicy: null,
        nonExistentPolicy: null,
        dkim: 'relaxed',
        spf: 'relaxed',
        testing: false,
        psd: 'u',
        aggregateReports: [],
        failureReports: [],
      },
      flaws: [],
    });
  });

  it('is read in any case and spacing, with sizes of the old standard', () => {
    const { record, flaws } = parseDmarc(
      'v=DMARC1;P=Quarantine ; SP = none;aspf=S; adkim=s;t=y;rua=mailto:a@x.example!10m, mailto:b%2Cc@x.example;',
    );
    expect(record).toMatchObject({
      policy: 'quarantine',
      subdomainPolicy: 'none',
      spf: 'strict',
      dkim: 'strict',
      testing: true,
      aggregateReports: ['a@x.example', 'b,c@x.example'],
    });
    expect(flaws).toEqual([]);
  });

  it.each([
    ['v=DMARC1; p=rejected', 'bad_policy'],
    ['v=DMARC1; sp=none', 'no_policy'],
    ['v=DMARC1; p=none; pct=50', 'old_tag'],
    ['v=DMARC1; p=none; p=reject', 'repeated_tag'],
    ['v=DMARC1; p=none; adkim=x', 'bad_tag'],
    ['v=DMARC1; p=none, sp=none', 'bad_policy'],
    ['v=DMARC1; p=none; hello', 'bad_tag'],
    ['v=DMARC1; p=none; rua=d@example.com', 'bad_address'],
    ['v=DMARC1; p=none; rua=https://example.com/', 'bad_address'],
  ])('%s has the flaw %s', (text, code) => {
    expect(parseDmarc(text).flaws.map((flaw) => flaw.code)).toContain(code);
  });

  it('survives whatever strangers write', () => {
    const bytes = (seed: number) =>
      Array.from({ length: 400 }, (_, at) => String.fromCharCode((seed * 7919 + at * at * 31) % 256)).join(
        '',
      );
    for (let seed = 0; seed < 300; seed++) expect(() => parseDmarc(`v=DMARC1;${bytes(seed)}`)).not.toThrow();
    expect(parseDmarc(`v=DMARC1;${'a=b;'.repeat(50_000)}`).flaws.length).toBeLessThan(60);
  });

  it.each([
    [{ policy: 'none' }, 'v=DMARC1; p=none'],
    [{ policy: 'reject', subdomainPolicy: 'reject', nonExistentPolicy: 'reject' }, 'v=DMARC1; p=reject'],
    [
      {
        policy: 'none',
        nonExistentPolicy: 'reject',
        dkim: 'strict',
        spf: 'strict',
        testing: true,
        aggregateReports: ['d@example.com', 'a!b,c@x.example'],
      },
      'v=DMARC1; p=none; np=reject; adkim=s; aspf=s; t=y; rua=mailto:d@example.com,mailto:a%21b%2Cc@x.example',
    ],
  ] as const)('is built of %j', (wish, text) => {
    expect(buildDmarc(wish)).toBe(text);
    expect(parseDmarc(text).flaws).toEqual([]);
  });
});

describe('the walk up the tree (4.10)', () => {
  it('asks eight names at the most', () => {
    expect(walkNames('a.b.example.com')).toEqual(['a.b.example.com', 'b.example.com', 'example.com', 'com']);
    // The example of the RFC.
    expect(walkNames('a.b.c.d.e.f.g.h.i.j.mail.example.com')).toEqual([
      'a.b.c.d.e.f.g.h.i.j.mail.example.com',
      'g.h.i.j.mail.example.com',
      'h.i.j.mail.example.com',
      'i.j.mail.example.com',
      'j.mail.example.com',
      'mail.example.com',
      'example.com',
      'com',
    ]);
  });

  it.each([
    ['a.b.example.com', 'example.com'],
    ['strict.example.com', 'example.com'],
    ['x.agency.gov.example', 'agency.gov.example'],
    ['x.unit.corp.example', 'unit.corp.example'],
    ['other.corp.example', 'corp.example'],
    ['nothing.example', 'nothing.example'],
  ])('%s is of %s', async (domain, organization) => {
    expect(await findOrganizationalDomain(domain, resolver())).toEqual({
      state: 'found',
      domain: organization,
    });
  });

  it.each([
    ['example.com', { at: 'example.com', policy: 'reject', appliedTag: 'p' }],
    ['shop.example.com', { at: 'example.com', policy: 'quarantine', appliedTag: 'sp' }],
    ['gone.example.com', { at: 'example.com', policy: 'none', appliedTag: 'np' }],
    ['strict.example.com', { at: 'strict.example.com', policy: 'quarantine', appliedTag: 'p' }],
    ['x.agency.gov.example', { at: 'gov.example', policy: 'reject', appliedTag: 'sp' }],
    // A test: one step milder.
    ['test.example', { at: 'test.example', policy: 'quarantine' }],
    // No policy, but somebody who wants reports.
    ['bare.example', { at: 'bare.example', policy: 'none' }],
    ['empty.example', { state: 'missing' }],
    ['nothing.example', { state: 'missing' }],
    ['two.example', { state: 'several' }],
    ['failing.example', { state: 'unknown', reason: 'servfail' }],
  ])('the policy of %s', async (domain, found) => {
    expect(await discoverDmarc(domain, resolver())).toMatchObject(found);
  });
});

describe('would it pass? (5.3)', () => {
  const judge = (fromDomain: string, spf: [string, string], ...dkim: [string, string][]) =>
    evaluateDmarc({
      fromDomain,
      spf: { result: spf[0] as 'pass', domain: spf[1] },
      dkim: dkim.map(([result, domain]) => ({ result: result as 'pass', domain })),
      resolver: resolver(),
    });

  it.each([
    ['example.com', ['pass', 'bounces.example.com'], [], 'pass', 'none'],
    ['example.com', ['fail', 'example.com'], [['pass', 'mail.example.com']], 'pass', 'none'],
    ['example.com', ['pass', 'provider.example.net'], [['pass', 'provider.example.net']], 'fail', 'reject'],
    ['example.com', ['pass', 'evilexample.com'], [], 'fail', 'reject'],
    ['example.com', ['softfail', 'example.com'], [['fail', 'example.com']], 'fail', 'reject'],
    ['shop.example.com', ['none', ''], [], 'fail', 'quarantine'],
    ['shop.example.com', ['pass', 'example.com'], [], 'pass', 'none'],
    ['strict.example.com', ['pass', 'bounces.strict.example.com'], [], 'fail', 'quarantine'],
    ['strict.example.com', ['pass', 'STRICT.example.com'], [], 'pass', 'none'],
    ['a.gov.example', ['pass', 'b.gov.example'], [], 'fail', 'reject'],
    ['unit.corp.example', ['pass', 'corp.example'], [], 'fail', 'none'],
    ['example.com', ['temperror', 'example.com'], [], 'temperror', 'none'],
    ['example.com', ['temperror', 'example.com'], [['pass', 'example.com']], 'pass', 'none'],
    ['nothing.example', ['pass', 'nothing.example'], [], 'none', 'none'],
    ['two.example', ['pass', 'two.example'], [], 'permerror', 'none'],
    ['failing.example', ['pass', 'failing.example'], [], 'temperror', 'none'],
  ] as const)('%s, SPF %j, DKIM %j: %s', async (from, spf, dkim, result, disposition) => {
    const verdict = await judge(from, [...spf], ...dkim.map(([one, two]): [string, string] => [one, two]));
    expect([verdict.result, verdict.disposition]).toEqual([result, disposition]);
  });

  it('tells passing from being aligned', async () => {
    expect(
      await judge('example.com', ['pass', 'provider.example.net'], ['fail', 'example.com']),
    ).toMatchObject({
      spf: { passes: true, aligned: false },
      dkim: { passes: false, aligned: true },
    });
  });
});

describe('what is wrong with a policy', () => {
  const codes = async (domain: string, zone = ZONE) =>
    (await analyseDmarc(domain, zoneResolver(parseZone(zone)))).findings.map(({ code }) => code);
  it.each([
    ['example.com', ['dmarc_weak_subdomains']],
    ['shop.example.com', ['dmarc_inherited', 'dmarc_weak_subdomains']],
    ['test.example', ['dmarc_testing']],
    ['two.example', ['dmarc_several']],
    ['failing.example', ['dmarc_unknown']],
    ['nothing.example', ['dmarc_missing']],
    ['empty.example', ['dmarc_no_policy']],
    ['outside.example', ['dmarc_authorisation_unknown', 'dmarc_not_authorised']],
  ])('%s: %j', async (domain, found) => {
    expect(await codes(domain)).toEqual(found);
  });

  it.each([
    ['v=dmarc1; p=none', ['dmarc_lookalike']],
    ['"v=DMARC1; p=none"', ['dmarc_lookalike']],
    ['v=DMARC1; p=none', ['dmarc_monitoring', 'dmarc_no_reports']],
    ['v=DMARC1; p=reject; pct=20; rua=mailto:d@x.example', ['dmarc_old_tag']],
    ['v=DMARC1; p=rejct; rua=mailto:d@x.example', ['dmarc_bad_policy', 'dmarc_monitoring']],
  ])('%s: %j', async (text, found) => {
    expect(await codes('x.example', `_dmarc.x.example TXT ${text}`)).toEqual(found);
  });
});

describe('may the policy be raised?', () => {
  const mail = { days: 40, messages: 10_000, passed: 9_990, ownFailed: 3 };
  it.each([
    ['none', mail, 'quarantine', 'ready'],
    ['quarantine', mail, 'reject', 'ready'],
    ['reject', mail, null, 'at_the_end'],
    ['none', { ...mail, days: 13 }, null, 'too_short'],
    ['quarantine', { ...mail, days: 29 }, null, 'too_short'],
    ['none', { ...mail, messages: 0, ownFailed: 0 }, null, 'no_reports'],
    ['none', { ...mail, messages: 99, ownFailed: 0 }, null, 'too_few'],
    ['none', { ...mail, ownFailed: 11 }, null, 'own_mail_fails'],
  ] as const)('%s with %j', (policy, reported, next, reason) => {
    expect(advisePolicy(policy, reported)).toEqual({ next, reason, wouldLose: reported.ownFailed });
  });
});
