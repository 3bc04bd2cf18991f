'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FlawText } from '@/lib/flaws';

type Flaw = Pick<FlawText, 'code' | 'params'>;

/** What is wrong with a field, in the reader's language: `flaws.<code>`, of which there is one for every code of `lib/flaws.ts`. */
export function useFieldMessage(): (flaw: Flaw) => string {
  const t = useTranslations('flaws');
  return useCallback(({ code, params }) => t(code, params as never), [t]);
}
