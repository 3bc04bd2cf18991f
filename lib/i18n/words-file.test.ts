import { expect, it } from 'vitest';
import { LOCALES } from './locales';
import { localeOfWords, wordsFile } from './words-file';

it.each(LOCALES)('has a name of its own for %s', (locale) => {
  expect(localeOfWords(wordsFile(locale))).toBe(locale);
  expect(new Set(LOCALES.map(wordsFile)).size).toBe(LOCALES.length);
});

it('knows the names of other versions, and no others', () => {
  expect(localeOfWords('es.0123456789abcdef.js')).toBe('es');
  for (const name of [
    'fr.0123456789abcdef.js',
    'es.js',
    'constructor.0123456789abcdef.js',
    '../en.0123456789abcdef.js',
    '',
  ])
    expect(localeOfWords(name), name).toBeNull();
});
