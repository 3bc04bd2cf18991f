'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useEffect, useRef } from 'react';
import { keepLocale } from './locale-cookie';

/** However the account's language was changed: the pages before sign-in know it too, and what the server wrote is asked for anew. */
export function useKeepLocale(): void {
  const locale = useLocale();
  const queryClient = useQueryClient();
  const before = useRef(locale);
  useEffect(() => {
    keepLocale(locale);
    if (before.current === locale) return;
    before.current = locale;
    void queryClient.invalidateQueries();
  }, [locale, queryClient]);
}
