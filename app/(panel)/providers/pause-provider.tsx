'use client';

import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import type { ProviderView } from '@/lib/providers/schema';
import { updateProviderAction } from './actions';

type Props = {
  provider: ProviderView;
  canEdit: boolean;
  /** In a list the name tells one button from the next. */
  inList?: boolean;
};

export function PauseProvider({ provider, canEdit, inList = false }: Props) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  const { id, name, active } = provider;
  const { run, pending } = useAction(updateProviderAction, {
    invalidates: ['providers', 'queue', 'status'],
    success: t(active ? 'paused' : 'resumed', { name }),
  });
  const Icon = active ? IconPlayerPause : IconPlayerPlay;
  return (
    <ReasonedButton
      variant="default"
      size={inList ? 'xs' : undefined}
      leftSection={<Icon size={inList ? 14 : 15} aria-hidden />}
      aria-label={inList ? t(active ? 'pauseOne' : 'resumeOne', { name }) : undefined}
      loading={pending}
      disabledReason={canEdit ? null : tCommon('readOnly')}
      onClick={() => void run({ id, active: !active })}
    >
      {t(active ? 'pause' : 'resume')}
    </ReasonedButton>
  );
}
