import { expect, it } from 'vitest';
import { splitText } from '@/lib/dns/split-text';
import { mergeSpf, spfTermsFor } from './merge-spf';

const senders = spfTermsFor({
  addresses: ['192.0.2.1', '2001:db8::1'],
  hosts: ['mail.example.com'],
  includes: ['_spf.example.net'],
});
const own = 'ip4:192.0.2.1 ip6:2001:db8::1 a:mail.example.com include:_spf.example.net';

it.each([
  [[], `v=spf1 ${own} ~all`],
  [['not one of SPF'], `v=spf1 ${own} ~all`],
  [['v=spf1 -all'], `v=spf1 ${own} -all`],
  [
    ['v=spf1 include:other.example ip4:203.0.113.0/24 -all'],
    `v=spf1 include:other.example ip4:203.0.113.0/24 ${own} -all`,
  ],
  // What is there in another spelling, or within a larger network, is there.
  [
    ['v=spf1 +IP4:192.0.2.1/32 ip6:2001:db8::/32 A:mail.example.com Include:_SPF.example.net ~all'],
    'v=spf1 +IP4:192.0.2.1/32 ip6:2001:db8::/32 A:mail.example.com Include:_SPF.example.net ~all',
  ],
  [['v=spf1 mx mx MX a a ~all'], `v=spf1 mx a ${own} ~all`],
  // One that refuses does not let pass.
  [['v=spf1 -ip4:192.0.2.1 ~all'], `v=spf1 -ip4:192.0.2.1 ${own} ~all`],
  [['v=spf1 mx redirect=_spf.other.example'], `v=spf1 mx ${own} redirect=_spf.other.example`],
  [['v=spf1 mx -all exp=why.example.com'], `v=spf1 mx ${own} -all exp=why.example.com`],
  [['v=spf1 mx'], `v=spf1 mx ${own} ~all`],
  // Open doors are closed, and what nobody reads or reaches is left out.
  [['V=SPF1 mx ?all'], `v=spf1 mx ${own} ~all`],
  [['v=spf1 mx +all'], `v=spf1 mx ${own} ~all`],
  [['v=spf1 mx ptr ptr:example.com -all'], `v=spf1 mx ${own} -all`],
  [['v=spf1 mx ~all ip4:192.0.2.1 ip4:198.51.100.1'], `v=spf1 mx ${own} ~all`],
  [['v=spf1 mx ipv4:192.0.2.9 a:/33 ~all'], `v=spf1 mx ${own} ~all`],
  [['"v=spf1 mx -all"'], `v=spf1 mx ${own} -all`],
  // Of two records none counts (RFC 7208, 4.5): they become one.
  [['v=spf1 mx', 'v=spf1 a -all', 'another text'], `v=spf1 mx a ${own} -all`],
  [['v=spf1 mx -all exp=a.example', 'v=spf1 a ~all exp=b.example'], `v=spf1 mx a ${own} ~all exp=a.example`],
])('%s becomes %s', (existing, merged) => {
  expect(mergeSpf(existing, senders)).toBe(merged);
});

it('changes nothing the second time', () => {
  const once = mergeSpf(['v=spf1 mx ?all'], senders);
  expect(mergeSpf([once], senders)).toBe(once);
});

it('is split where it is too long for one string', () => {
  const addresses = Array.from({ length: 30 }, (_, at) => `192.0.2.${at}`);
  const parts = splitText(mergeSpf(['v=spf1 ~all'], spfTermsFor({ addresses })));
  expect(parts.map((part) => part.length)).toEqual([255, 196]);
});
