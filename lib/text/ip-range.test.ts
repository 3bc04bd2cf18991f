import { isIP } from 'node:net';
import { expect, it } from 'vitest';
import { isCidr, toCidr } from './ip-range';

it.each([
  '10.0.0.1',
  '255.255.255.255',
  '256.0.0.1',
  '1.2.3',
  '01.2.3.4',
  '::',
  '::1',
  'fd00::1',
  '2001:DB8:0:0:8:800:200C:417A',
  '::ffff:203.0.113.9',
  '1::2::3',
  'fe80::g',
  '',
  'x',
  '1'.repeat(5000),
])('knows an address as Node does: %s', (text) => {
  const family = isIP(text);
  expect(toCidr(text)).toBe(family === 0 ? text : `${text}/${family === 6 ? 128 : 32}`);
  expect(isCidr(`${text}/8`)).toBe(family !== 0);
});

it.each(['10.0.0.0/33', 'fd00::/129', '10.0.0.0/', '10.0.0.0/1x', '10.0.0.0'])('is no range: %s', (text) =>
  expect(isCidr(text)).toBe(false),
);
