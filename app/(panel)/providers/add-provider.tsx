'use client';

import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { paths } from '@/lib/paths';

export function AddProvider({ canEdit }: { canEdit: boolean }) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  return (
    <LinkButton
      href={paths.newProvider()}
      leftSection={<IconPlus size={16} aria-hidden />}
      disabledReason={canEdit ? null : tCommon('readOnly')}
    >
      {t('add')}
    </LinkButton>
  );
}
