'use client';

import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';

export function AddProvider() {
  const t = useTranslations('providers');
  const locked = useLocked('providers.write');
  return (
    <LinkButton
      href={paths.newProvider()}
      leftSection={<IconPlus size={16} aria-hidden />}
      disabledReason={locked}
    >
      {t('add')}
    </LinkButton>
  );
}
