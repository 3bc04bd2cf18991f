'use client';

import { List } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import type { ProviderView } from '@/lib/providers/schema';
import { type Doubt, doubtsAbout } from './doubts';

/** Says what speaks against switching a provider on; null: nothing does. */
export function useDoubts() {
  const t = useTranslations('providers');
  const client = useQueryClient();

  function say(doubt: Doubt): string {
    if (doubt.reason === 'problem')
      return t(`standing.misconfigured.${doubt.problem.reason}`, { detail: doubt.problem.detail });
    if (doubt.reason === 'missing') {
      const label = (name: string) => (t.has(`fields.${name}.label`) ? t(`fields.${name}.label`) : name);
      return t('doubts.missing', { names: doubt.names.map(label).join(', ') });
    }
    const cause = `causes.${doubt.cause}`;
    return t('doubts.failed', { cause: t.has(cause) ? t(cause) : t('causes.protocol') });
  }

  return async function sayDoubts(provider: ProviderView): Promise<ReactNode | null> {
    const kinds = await client.ensureQueryData(apiQuery('provider-kinds'));
    const doubts = doubtsAbout(
      provider,
      kinds.data.find(({ kind }) => kind === provider.kind),
    );
    if (doubts.length === 0) return null;
    return (
      <>
        <List size="sm" mb="xs">
          {doubts.map((doubt) => (
            <List.Item key={doubt.reason}>{say(doubt)}</List.Item>
          ))}
        </List>
        {t('doubts.then')}
      </>
    );
  };
}
