import { expect, it } from 'vitest';
import { keptAddress } from './kept-address';

it.each([
  ['203.0.113.77', 'whole', '203.0.113.77'],
  ['203.0.113.77', 'network', '203.0.113.0'],
  ['::ffff:203.0.113.77', 'network', '203.0.113.0'],
  ['2001:db8:aa:bb::77', 'network', '2001:db8:aa::'],
  ['2001:db8::77', 'network', '2001:db8:0::'],
  ['203.0.113.77', 'none', undefined],
  ['unknown', 'whole', undefined],
  [null, 'whole', undefined],
] as const)('of %s, %s: %s', (address, kept, expected) => {
  expect(keptAddress(address, kept)).toBe(expected);
});
