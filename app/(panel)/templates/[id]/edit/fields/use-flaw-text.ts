'use client';

import { useTranslations } from 'next-intl';
import type { FieldError } from '@/lib/errors';

/** What is wrong with a field, in the language of who looks. */
export function useFlawText(): (error: FieldError) => string {
  const t = useTranslations('flaws');
  return ({ code, params, message }) => (t.has(code as never) ? t(code as never, params as never) : message);
}
