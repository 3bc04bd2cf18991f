import { isLocale, type Locale } from '@/lib/i18n/locales';
import { cachedCompanies } from './cache';

/** The language of what is told to a program: what it asks for; of one that asks for none, its company's. `*` is what libraries send by themselves. */
export async function localeFor(
  companyId: string | null,
  asked: { header: string | null; locale: Locale },
): Promise<Locale> {
  if (companyId === null || !/^\s*(\*.*)?$/.test(asked.header ?? '')) return asked.locale;
  const language = (await cachedCompanies()).get(companyId)?.language;
  return isLocale(language) ? language : asked.locale;
}
