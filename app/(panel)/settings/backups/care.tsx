'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { BackupsView } from '@/lib/backup/view';

/** What no program can do by itself. */
export function Care({ backups: { sameDisk, keyHere } }: { backups: BackupsView }) {
  const t = useTranslations('configuration.backups');
  return (
    <SectionCard title={t('care')}>
      {sameDisk || keyHere ? (
        <List size="sm" spacing="xs" style={{ overflowWrap: 'anywhere' }}>
          {sameDisk && <List.Item>{t('sameDisk')}</List.Item>}
          {keyHere && <List.Item>{t('key')}</List.Item>}
        </List>
      ) : (
        <Text size="sm">{t('nothingLeft')}</Text>
      )}
    </SectionCard>
  );
}
