import { expect, it } from 'vitest';
import { newDnsResolver } from '@/lib/dns/resolver';
import { setUpZones } from '@/lib/testing/dns-server';
import { type Zones, zoneResolver } from '@/lib/testing/dns-zones';
import { analyseSpf } from './analyse-spf';
import { evaluateSpf } from './evaluate-spf';
import { mergeSpf } from './merge-spf';
import { parseSpf } from './parse-spf';

const RESULTS = ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'];

/** Numbers that come again with the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  ...[
    'all',
    'include:',
    'a',
    'a:',
    'mx',
    'ptr',
    'exists:',
    'ip4:',
    'ip6:',
    'redirect=',
    'exp=',
    '%{',
    '}',
    '%{p}',
    '%{l1r-}',
    '%%',
  ],
  ...[
    'x.example',
    'y.example',
    '192.0.2.1',
    '2001:db8::',
    '/',
    '//',
    '0',
    '33',
    '.',
    '-',
    '~',
    '?',
    '+',
    ' ',
    '\0',
    '\u00ff',
    '=',
  ],
];
const hostile = (next: (below: number) => number) =>
  Array.from({ length: next(40) }, () => PIECES[next(PIECES.length)]).join('');

it('whatever stands in the zones of strangers has a result, within the limits', async () => {
  for (let seed = 1; seed <= 400; seed++) {
    const next = random(seed);
    const zones: Zones = Object.fromEntries(
      ['x.example', 'y.example', 'z.example'].map((name) => [
        name,
        [
          { TXT: `v=spf1 ${hostile(next)}` },
          ...(next(3) === 0 ? (['TIMEOUT'] as const) : [{ A: '192.0.2.1' }]),
        ],
      ]),
    );
    const resolver = zoneResolver(zones);
    const question = { mailFrom: `${hostile(next)}@z.example`, helo: hostile(next), resolver };
    const verdict = await evaluateSpf({ ...question, ip: next(2) ? '192.0.2.1' : '2001:db8::1' });
    expect(RESULTS).toContain(verdict.result);
    expect(verdict.lookups).toBeLessThanOrEqual(10);
    // Ten terms, each with at most ten hosts and its own question, and a name of the address.
    expect(resolver.asked.length).toBeLessThan(150);
    const analysis = await analyseSpf('z.example', resolver);
    const texts = (zones['z.example'] as { TXT: string }[]).map(({ TXT }) => TXT);
    expect(() => mergeSpf([texts[0]!], ['ip4:192.0.2.9'])).not.toThrow();
    expect(analysis.texts).toEqual([texts[0]]);
  }
});

it('a record of 60 KB is read as quickly as it is long', () => {
  for (const piece of ['a', '%{', 'a/', 'ip4:1.2.3.4/', '%{d}', ' ', '.', 'a-', '/1', 'x=%', '%{l+-,/_=}'])
    expect(() => parseSpf(`v=spf1 ${piece.repeat(60_000 / piece.length)}`)).not.toThrow();
  expect(parseSpf(`v=spf1 ${'moo '.repeat(15_000)}`).flaws).toHaveLength(15_000);
}, 5_000);

it('the same comes of a real server, an answer beyond 4 KB and a silent name included', async () => {
  await setUpZones({
    'example.com': [{ TXT: `v=spf1 ${'ip4:203.0.113.9 '.repeat(300)}include:_spf.example.net -all` }],
    '_spf.example.net': [{ TXT: 'v=spf1 exists:%{ir}.list.example.net a:silent.example.net ?all' }],
    '10.2.0.192.list.example.net': [{ A: '127.0.0.2' }],
    'silent.example.net': ['TIMEOUT'],
  });
  const judge = (ip: string) =>
    evaluateSpf({
      ip,
      mailFrom: 'ana@example.com',
      helo: 'mx.example.com',
      resolver: newDnsResolver({ tryMs: 1500, rounds: 1 }),
    });
  expect(await judge('203.0.113.9')).toMatchObject({ result: 'pass', lookups: 0 });
  expect(await judge('192.0.2.10')).toMatchObject({ result: 'pass', lookups: 2 });
  expect(await judge('192.0.2.11')).toMatchObject({
    result: 'temperror',
    reason: { code: 'dns_failed', domain: 'silent.example.net' },
  });
});
