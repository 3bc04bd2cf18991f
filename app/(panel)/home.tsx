'use client';

import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';

export function Home() {
  const t = useTranslations('home');
  return <PageHeader title={t('title')} />;
}
