import type { Locale } from '@/lib/i18n/locales';
import { type Translate, translator } from '@/lib/i18n/translate';

/** The texts that `tellOutcome` takes, outside React. */
export function outcomeTexts(locale: Locale): Translate {
  const t = translator(locale);
  return Object.assign((key: string, values?: Parameters<Translate>[1]) => t(`outcomes.${key}`, values), {
    has: (key: string) => t.has(`outcomes.${key}`),
  });
}
