'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { messageKey } from './field-message';

/** A validation message in the reader's language; one we do not know is shown as it came. */
export function useFieldMessage(): (message: string) => string {
  const t = useTranslations('common.validation');
  return useCallback(
    (message) => {
      const known = messageKey(message);
      return known ? t(known.key as never, known.values as never) : message;
    },
    [t],
  );
}
