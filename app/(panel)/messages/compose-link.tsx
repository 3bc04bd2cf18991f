'use client';

import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';

export function ComposeLink() {
  const t = useTranslations('messages');
  const locked = useLocked('messages.send');
  return (
    <LinkButton
      href={paths.compose()}
      leftSection={<IconSend size={15} aria-hidden />}
      disabledReason={locked}
    >
      {t('compose.title')}
    </LinkButton>
  );
}
