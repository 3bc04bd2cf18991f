export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language chosen before signing in. */
export const LOCALE_COOKIE = 'relevo.locale';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Of somebody who is not signed in: what was chosen in this browser, else what it asks for. */
export function localeOfStranger(chosen: string | undefined, header: string | null | undefined): Locale {
  return isLocale(chosen) ? chosen : negotiateLocale(header);
}

/** The first language of an `Accept-Language` header that we speak; English otherwise. */
export function negotiateLocale(header: string | null | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), q: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter((entry) => entry.q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.map((entry) => entry.language).find(isLocale) ?? 'en';
}
