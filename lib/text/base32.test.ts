import { expect, it } from 'vitest';
import { fromBase32, toBase32 } from './base32';

/** RFC 4648, 10, without padding. */
const VECTORS = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
] as const;

it.each(VECTORS)('%j is %s', (text, encoded) => {
  expect(toBase32(Buffer.from(text))).toBe(encoded);
  expect(fromBase32(encoded).toString()).toBe(text);
  expect(fromBase32(`${encoded.toLowerCase()} ==`).toString()).toBe(text);
});
