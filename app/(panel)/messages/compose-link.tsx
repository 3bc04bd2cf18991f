'use client';

import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';

export function ComposeLink({ canSend }: { canSend: boolean }) {
  const t = useTranslations('messages');
  const tCommon = useTranslations('common');
  return (
    <LinkButton
      href="/messages/compose"
      leftSection={<IconSend size={15} aria-hidden />}
      disabledReason={canSend ? null : tCommon('readOnly')}
    >
      {t('compose.title')}
    </LinkButton>
  );
}
