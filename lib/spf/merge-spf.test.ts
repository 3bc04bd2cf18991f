import { expect, it } from 'vitest';
import { mergeSpf } from './merge-spf';

const senders = {
  addresses: ['192.0.2.1', '2001:db8::1'],
  hosts: ['mail.example.com'],
  includes: ['_spf.example.net'],
};
const own = 'ip4:192.0.2.1 ip6:2001:db8::1 a:mail.example.com include:_spf.example.net';

it.each([
  [null, `v=spf1 ${own} ~all`],
  ['not one of SPF', `v=spf1 ${own} ~all`],
  ['v=spf1 -all', `v=spf1 ${own} -all`],
  ['V=SPF1 mx ?all', `v=spf1 mx ${own} ?all`],
  [
    'v=spf1 include:other.example ip4:203.0.113.0/24 -all',
    `v=spf1 include:other.example ip4:203.0.113.0/24 ${own} -all`,
  ],
  // What is there in another spelling, or within a larger network, is there.
  [
    'v=spf1 +IP4:192.0.2.1/32 ip6:2001:db8::/32 A:mail.example.com Include:_SPF.example.net ~all',
    'v=spf1 +IP4:192.0.2.1/32 ip6:2001:db8::/32 A:mail.example.com Include:_SPF.example.net ~all',
  ],
  ['v=spf1 mx mx MX a a ~all', `v=spf1 mx a ${own} ~all`],
  // One that refuses does not let pass.
  ['v=spf1 -ip4:192.0.2.1 ~all', `v=spf1 -ip4:192.0.2.1 ${own} ~all`],
  ['v=spf1 mx redirect=_spf.other.example', `v=spf1 mx ${own} redirect=_spf.other.example`],
  ['v=spf1 mx -all exp=why.example.com', `v=spf1 mx ${own} -all exp=why.example.com`],
  ['v=spf1 mx', `v=spf1 mx ${own} ~all`],
])('%s becomes %s', (existing, merged) => {
  expect(mergeSpf(existing, senders).record).toBe(merged);
});

it('changes nothing the second time', () => {
  const once = mergeSpf('v=spf1 mx ?all', senders);
  expect(mergeSpf(once.record, senders)).toMatchObject({ record: once.record, added: [] });
});

it('says what it added, and splits what is too long for one string', () => {
  const addresses = Array.from({ length: 30 }, (_, at) => `192.0.2.${at}`);
  const { record, strings, added } = mergeSpf('v=spf1 ~all', { addresses });
  expect(added).toHaveLength(30);
  expect(strings.map((part) => part.length).every((length) => length <= 255)).toBe(true);
  expect(strings.join('')).toBe(record);
});
