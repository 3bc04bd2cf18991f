'use client';

import { useLocale } from 'next-intl';

/** In the language of the reader. */
export function useLanguageName(): (code: string) => string {
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  return (code) => names.of(code) ?? code;
}
