'use client';

import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ProviderView } from '@/lib/providers/schema';
import { updateProviderAction } from './actions';
import { useResume } from './use-resume';

type Props = {
  provider: ProviderView;
  /** In a list the name tells one button from the next. */
  inList?: boolean;
};

export function PauseProvider({ provider, inList = false }: Props) {
  const t = useTranslations('providers');
  const locked = useLocked('providers.write', provider);
  const { id, name, active } = provider;
  const pause = useAction(updateProviderAction, {
    invalidates: ['providers', 'queue', 'status'],
    success: t('paused', { name }),
  });
  const { resume, pending } = useResume(provider);
  const Icon = active ? IconPlayerPause : IconPlayerPlay;
  return (
    <ReasonedButton
      variant="default"
      size={inList ? 'xs' : undefined}
      leftSection={<Icon size={inList ? 14 : 15} aria-hidden />}
      aria-label={inList ? t(active ? 'pauseOne' : 'resumeOne', { name }) : undefined}
      loading={pause.pending || pending}
      disabledReason={locked}
      onClick={() => void (active ? pause.run({ id, active: false }) : resume())}
    >
      {t(active ? 'pause' : 'resume')}
    </ReasonedButton>
  );
}
