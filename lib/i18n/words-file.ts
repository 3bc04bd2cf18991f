import { createHash } from 'node:crypto';
import { isLocale, LOCALES, type Locale } from './locales';
import { messagesOf } from './messages';

type WordsFile = { name: string; json: string };

/**
 * Every text of a language as a file for browsers. Its name changes with what is in it, so that a browser may keep it for ever: written into
 * each page, the words would be nine tenths of it.
 */
export function wordsFile(locale: Locale): WordsFile {
  return FILES[locale];
}

/** The language of a file's name, of this version or another; null: none of ours. */
export function localeOfWords(name: string): Locale | null {
  const locale = /^(\w+)\.[0-9a-f]{16}\.json$/.exec(name)?.[1];
  return isLocale(locale) ? locale : null;
}

const FILES = Object.fromEntries(LOCALES.map((locale) => [locale, fileOf(locale)])) as Record<
  Locale,
  WordsFile
>;

function fileOf(locale: Locale): WordsFile {
  const json = JSON.stringify(messagesOf(locale));
  return { name: `${locale}.${createHash('sha256').update(json).digest('hex').slice(0, 16)}.json`, json };
}
