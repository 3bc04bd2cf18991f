import { createHash } from 'node:crypto';
import { isLocale, LOCALES, type Locale } from './locales';
import { messagesOf } from './messages';

/**
 * What the script with every text of a language is called, for browsers. The name changes with what is in it, so that a browser may keep it for
 * ever: written into each page, the words would be nine tenths of it.
 */
export function wordsFile(locale: Locale): string {
  return FILES[locale];
}

/** The language of a file's name, of this version or another; null: none of ours. */
export function localeOfWords(name: string): Locale | null {
  const locale = /^(\w+)\.[0-9a-f]{16}\.js$/.exec(name)?.[1];
  return isLocale(locale) ? locale : null;
}

const FILES = Object.fromEntries(LOCALES.map((locale) => [locale, nameOf(locale)])) as Record<Locale, string>;

function nameOf(locale: Locale): string {
  const words = JSON.stringify(messagesOf(locale));
  return `${locale}.${createHash('sha256').update(words).digest('hex').slice(0, 16)}.js`;
}
