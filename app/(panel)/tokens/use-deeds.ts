'use client';

import { useFormatter, useTranslations } from 'next-intl';

/** What a token may do, in one sentence: the same on its page as in the list. */
export function useDeeds(): (scopes: readonly string[]) => string {
  const t = useTranslations('tokens');
  const { list } = useFormatter();
  return (scopes) => {
    const deeds = scopes.map((scope) => lowerFirst(t(`scopes.${scope.replace(':', '_')}`)));
    return t('mayDo.scopes', { deeds: list(deeds, { type: 'conjunction' }) });
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
