import { createTranslator } from 'use-intl/core';
import type { Locale } from './locales';
import { messagesOf } from './messages';

type Values = Record<string, string | number | Date>;
export type Translate = { (key: string, values?: Values): string; has: (key: string) => boolean };

/** Texts outside React: `translator('es')('outcomes.sent', { provider })`. The key begins with the noun. */
export function translator(locale: Locale): Translate {
  const cached = translators.get(locale);
  if (cached) return cached;
  const t = createTranslator({ locale, messages: messagesOf(locale), timeZone: 'UTC' });
  const translate: Translate = Object.assign(
    (key: string, values?: Values) => t(key as never, values as never) as string,
    { has: (key: string) => t.has(key as never) },
  );
  translators.set(locale, translate);
  return translate;
}

const translators = new Map<Locale, Translate>();
