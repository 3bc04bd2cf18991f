'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useAction } from '@/components/layout/use-action';
import type { ProviderView } from '@/lib/providers/schema';
import { updateProviderAction } from '../actions';
import { mayStandIn } from '../may-stand-in';
import { inSendingOrder } from '../provider-state';

/** Offers a provider that is there already; nothing once one has been chosen. */
export function SuggestBackup({ provider }: { provider: ProviderView }) {
  const t = useTranslations('wizard.done');
  const { data } = useQuery(apiQuery('providers'));
  const providers = data?.data ?? [];
  const current = providers.find(({ id }) => id === provider.id) ?? provider;
  const other = inSendingOrder(providers).find((each) => each.active && mayStandIn(each, provider));
  const choose = useAction(updateProviderAction, {
    invalidates: ['providers'],
    success: other && t('backupChosen', { name: provider.name, other: other.name }),
  });
  if (!other || current.fallback) return null;
  return (
    <Button
      variant="default"
      loading={choose.pending}
      onClick={() => void choose.run({ id: provider.id, fallback: other.id })}
    >
      {t('backupUse', { other: other.name })}
    </Button>
  );
}
