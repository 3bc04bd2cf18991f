'use client';

import { useTranslations } from 'next-intl';
import { causeOfCode } from './cause-of-code';

/** What a code means that is Relevo's or the network's and no server's: in the reader's language. */
export function useOwnWord(): (code: string | undefined) => string | undefined {
  const t = useTranslations('messages.ownWords');
  const tCauses = useTranslations('providers.causes');
  return (code) => {
    if (!code) return undefined;
    if (t.has(code)) return t(code);
    const cause = causeOfCode(code);
    if (!cause) return undefined;
    return tCauses.has(cause) ? tCauses(cause) : t('closed');
  };
}
