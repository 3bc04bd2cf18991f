'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { paths } from '@/lib/paths';

/** Figures that come without being asked for have a page of their own, too. */
export function ReportsByMail() {
  const t = useTranslations('reports');
  return (
    <SectionCard title={t('title')}>
      <Text size="sm">{t('description')}</Text>
      <Anchor component={Link} href={paths.reports()} size="sm" mt="xs" display="inline-block">
        {t('open')}
      </Anchor>
    </SectionCard>
  );
}
