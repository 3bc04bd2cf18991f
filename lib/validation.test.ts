import { describe, expect, it } from 'vitest';
import { isStorableText, singleLine } from './validation';

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
