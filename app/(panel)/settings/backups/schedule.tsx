'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { BackupsView } from '@/lib/backup/view';
import { HourOfUtc } from './hour-of-utc';

export function Schedule({ backups: { kept } }: { backups: BackupsView }) {
  const t = useTranslations('configuration.backups');
  return (
    <SectionCard title={t('schedule')}>
      <Text size="sm">
        {t.rich('when', {
          night: () => <HourOfUtc hour={3} minute={30} />,
          sunday: () => <HourOfUtc hour={4} minute={30} />,
        })}
      </Text>
      <Text size="sm" mt="xs">
        {t('kept', kept)}
      </Text>
    </SectionCard>
  );
}
