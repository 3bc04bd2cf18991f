import { useTranslations } from 'next-intl';
import type { Translate } from '@/lib/i18n/translate';

/** The texts that `tellOutcome` takes. */
export function useOutcomeTexts(): Translate {
  const t = useTranslations('outcomes');
  return Object.assign((key: string, values?: Parameters<Translate>[1]) => t(key, values), {
    has: (key: string) => t.has(key),
  });
}
