import { describe, expect, it } from 'vitest';
import { isEmailAddress, isStorableText, singleLine } from './validation';

describe('isEmailAddress', () => {
  it.each([
    'ana@example.com',
    'ana.maria+tag@sub.example.co',
    "o'brien@example.com",
    'josé@example.com',
    'ana@clínica.example',
    'a@b.co',
    `${'a'.repeat(64)}@example.com`,
    'ana@xn--clnica-3va.example',
  ])('%s', (address) => expect(isEmailAddress(address)).toBe(true));

  it.each([
    '',
    'ana',
    '@example.com',
    'ana@',
    'ana@example',
    'ana@@example.com',
    'a@b@example.com',
    '.ana@example.com',
    'ana.@example.com',
    'a..b@example.com',
    'ana@-example.com',
    'ana@example-.com',
    'ana@example..com',
    'ana@.example.com',
    'ana@example.com.',
    'ana maria@example.com',
    '"ana"@example.com',
    'ana(comment)@example.com',
    'ana@[127.0.0.1]',
    'group: ana@example.com;',
    'ana@example.com,ben@example.com',
    '<ana@example.com>',
    'ana@example.com\r\nRCPT TO:<x@example.com>',
    'ana@example.com\n',
    'ana\0@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    `a@${'b'.repeat(64)}.com`,
  ])('not %j', (address) => expect(isEmailAddress(address)).toBe(false));

  it('says no to a long nonsense at once', () => {
    const started = performance.now();
    isEmailAddress(`${'a.'.repeat(100_000)}@${'b-.'.repeat(100_000)}`);
    isEmailAddress(`a@${'b-'.repeat(126)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('singleLine', () => {
  it.each(['a\r\nb', 'a\nb', 'a\rb', 'a\0b', 'a\tb', 'a\x1bb', 'a\x7fb', '', 'a'.repeat(11), 'a\ud800'])(
    'not %j',
    (text) => {
      expect(singleLine(10).safeParse(text).success).toBe(false);
    },
  );

  it.each(['a', 'ñandú 🦤', 'a'.repeat(10)])('%s', (text) => {
    expect(singleLine(10).safeParse(text).success).toBe(true);
  });
});

it('text may have lines, but no NUL and no half characters', () => {
  expect(isStorableText('a\r\nb\tñ🦤')).toBe(true);
  expect(isStorableText('a\0')).toBe(false);
  expect(isStorableText('a\udfff')).toBe(false);
});
