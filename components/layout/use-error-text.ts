'use client';

import { useTranslations } from 'next-intl';
import type { Refusal } from '@/lib/refusals';

type Told = { code: string; detail: string; reason?: Refusal };

/** What the server refused, in the reader's language; its own words, which are English, only where a newer one says what we do not know. */
export function useErrorText(): (error: Told) => string {
  const t = useTranslations('errors');
  const tReason = useTranslations('refusals');
  return ({ code, detail, reason }) => {
    if (reason && tReason.has(reason.code)) return tReason(reason.code, reason.params);
    return t.has(code as never) ? t(code as never) : detail;
  };
}
