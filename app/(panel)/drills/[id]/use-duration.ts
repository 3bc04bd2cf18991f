'use client';

import { useTranslations } from 'next-intl';

const SECOND_MS = 1000;
const MINUTE_S = 60;

/** `0 s`, `42 s`, `5 min 3 s` */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('drills.duration');
  return (ms) => {
    const seconds = Math.round(ms / SECOND_MS);
    if (seconds < MINUTE_S) return t('seconds', { seconds });
    return t('minutes', { minutes: Math.floor(seconds / MINUTE_S), seconds: seconds % MINUTE_S });
  };
}
