'use client';

import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { paths } from '@/lib/paths';

export function ComposeLink({ canSend }: { canSend: boolean }) {
  const t = useTranslations('messages');
  const tCommon = useTranslations('common');
  return (
    <LinkButton
      href={paths.compose()}
      leftSection={<IconSend size={15} aria-hidden />}
      disabledReason={canSend ? null : tCommon('readOnly')}
    >
      {t('compose.title')}
    </LinkButton>
  );
}
