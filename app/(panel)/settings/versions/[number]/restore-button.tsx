'use client';

import { IconHistory } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { useRestore } from '../use-restore';

export function RestoreButton({ number, newest }: { number: number; newest: boolean }) {
  const t = useTranslations('configuration.versions.restore');
  const locked = useLocked('config.write', SHARED);
  const { restore, pending } = useRestore(number);
  return (
    <ReasonedButton
      leftSection={<IconHistory size={16} aria-hidden />}
      loading={pending}
      disabledReason={locked ?? (newest ? t('current') : null)}
      onClick={() => void restore()}
    >
      {t('button')}
    </ReasonedButton>
  );
}
