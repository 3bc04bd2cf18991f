'use client';

import type { ButtonProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import type { ProviderView } from '@/lib/providers/schema';
import { tryNowAction } from './actions';

type Props = ButtonProps & { provider: ProviderView; canEdit: boolean };

/** Ends the wait of a provider that stopped by itself. */
export function TryNow({ provider, canEdit, ...button }: Props) {
  const t = useTranslations('providers.tryNow');
  const tCommon = useTranslations('common');
  const { run, pending } = useAction(tryNowAction, {
    invalidates: ['providers', 'status', 'statistics'],
    success: t('done', { name: provider.name }),
  });
  return (
    <ReasonedButton
      {...button}
      loading={pending}
      disabledReason={canEdit ? null : tCommon('readOnly')}
      onClick={() => void run({ id: provider.id })}
    >
      {t('label')}
    </ReasonedButton>
  );
}
