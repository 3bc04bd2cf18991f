import type { Locale } from '@/lib/i18n/locales';
import { type Translate, translator } from '@/lib/i18n/translate';

const known = new Map<Locale, Translate>();

/** The texts that `tellOutcome` takes, outside React; the same each time, so that what was said is known again. */
export function outcomeTexts(locale: Locale): Translate {
  const cached = known.get(locale);
  if (cached) return cached;
  const t = translator(locale);
  const texts: Translate = Object.assign(
    (key: string, values?: Parameters<Translate>[1]) => t(`outcomes.${key}`, values),
    { has: (key: string) => t.has(`outcomes.${key}`) },
  );
  known.set(locale, texts);
  return texts;
}
