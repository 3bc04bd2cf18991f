'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';

/** What this window shows was finished or thrown away in another one: it is not made again from here. */
export function WizardGone() {
  const t = useTranslations('wizard.gone');
  return (
    <Notice tone="warn" icon={<IconAlertTriangle aria-hidden />} title={t('title')}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 260px">
          {t('text')}
        </Text>
        <Button size="compact-sm" component="a" href={paths.newProvider()}>
          {t('action')}
        </Button>
      </Group>
    </Notice>
  );
}
