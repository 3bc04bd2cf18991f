import { expect, it } from 'vitest';
import { LOCALES } from './locales';
import { messagesOf } from './messages';
import { localeOfWords, wordsFile } from './words-file';

it.each(LOCALES)('holds every text of %s under a name of its own', (locale) => {
  const { name, json } = wordsFile(locale);
  expect(JSON.parse(json)).toEqual(messagesOf(locale));
  expect(localeOfWords(name)).toBe(locale);
});

it('knows the names of other versions, and no others', () => {
  expect(localeOfWords('es.0123456789abcdef.json')).toBe('es');
  for (const name of [
    'fr.0123456789abcdef.json',
    'es.json',
    'constructor.0123456789abcdef.json',
    '../en.0123456789abcdef.json',
    '',
  ])
    expect(localeOfWords(name), name).toBeNull();
});
