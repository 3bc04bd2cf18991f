import { expect, test } from 'vitest';
import { decodeBase64 } from './base64';

const long = (text: string) => 'QUJD'.repeat(400_000) + text + 'QUJD'.repeat(400_000);

// RFC 4648, section 10.
test.each([
  ['', ''],
  ['Zg==', 'f'],
  ['Zm8=', 'fo'],
  ['Zm9v', 'foo'],
  ['Zm9vYg==', 'foob'],
  ['Zm9vYmE=', 'fooba'],
  ['Zm9vYmFy', 'foobar'],
  [long('Zm9v'), `${'ABC'.repeat(400_000)}foo${'ABC'.repeat(400_000)}`],
  [`${long('')}Zg==`, `${'ABC'.repeat(800_000)}f`],
])('is base64', (text, decoded) => expect(decodeBase64(text)?.toString() === decoded).toBe(true));

test.each([
  'Z',
  'Zg',
  'Zg=',
  'Zg===',
  'Z===',
  '====',
  '=',
  'Zm9v\n',
  'Zm 9',
  'Zm-_',
  'Zg==Zg==',
  'Zm9é',
  long('Zm9v!aaa'),
  long('Zg=='),
  long('Zm9_'),
])('is none', (text) => expect(decodeBase64(text)).toBeUndefined());

test('is read again as it was written, whatever the length', () => {
  for (let length = 0; length < 50; length++) {
    const bytes = Buffer.from(Array.from({ length }, (_, n) => (n * 37 + length) % 256));
    expect(decodeBase64(bytes.toString('base64'))?.equals(bytes)).toBe(true);
  }
});
