'use client';

import { IconFilterOff, IconMail } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/table/empty-state';

export function NoMessages({ filtered, compose }: { filtered: boolean; compose: ReactNode }) {
  const t = useTranslations('messages.empty');
  return filtered ? (
    <EmptyState icon={<IconFilterOff size={22} />} title={t('filtered')}>
      {t('filteredText')}
    </EmptyState>
  ) : (
    <EmptyState icon={<IconMail size={22} />} title={t('title')} action={compose}>
      {t('text')}
    </EmptyState>
  );
}
