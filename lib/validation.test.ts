import { describe, expect, it } from 'vitest';
import { calendarDay, instant, isStorableText, singleLine } from './validation';

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

describe('instant', () => {
  it.each([
    '2026-11-28T10:00:00Z',
    '1970-01-01T00:00:00+00:00',
    '9999-12-31T23:59:59.999Z',
    '2026-11-28T10:00:00-03:00',
  ])('%s', (text) => expect(instant.safeParse(text).success).toBe(true));

  it.each([
    ['without an offset', '2026-11-28T10:00:00'],
    ['no day', '2026-02-30T10:00:00Z'],
    ['in the year 10000 for UTC', '9999-12-31T23:59:59-00:01'],
    ['in 1969 for UTC', '1970-01-01T00:00:00+00:01'],
    ['before any calendar', '0000-01-01T00:00:00Z'],
  ])('not %s', (_, text) => expect(instant.safeParse(text).success).toBe(false));
});

it('a calendar day has an end that can be written', () => {
  for (const day of ['1970-01-01', '2026-11-28', '9999-12-30'])
    expect(calendarDay.safeParse(day).success).toBe(true);
  for (const day of ['0000-01-01', '9999-12-31', '2026-11-31', '2026-11-28T00:00:00Z'])
    expect(calendarDay.safeParse(day).success).toBe(false);
});
