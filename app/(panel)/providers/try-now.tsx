'use client';

import type { ButtonProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ProviderView } from '@/lib/providers/schema';
import { tryNowAction } from './actions';

type Props = ButtonProps & { provider: ProviderView };

/** Ends the wait of a provider that stopped by itself. */
export function TryNow({ provider, ...button }: Props) {
  const t = useTranslations('providers.tryNow');
  const locked = useLocked('providers.write', provider);
  const { run, pending } = useAction(tryNowAction, {
    invalidates: ['providers', 'status', 'statistics'],
    success: t('done', { name: provider.name }),
  });
  return (
    <ReasonedButton
      {...button}
      loading={pending}
      disabledReason={locked}
      onClick={() => void run({ id: provider.id })}
    >
      {t('label')}
    </ReasonedButton>
  );
}
