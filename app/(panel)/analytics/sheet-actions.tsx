'use client';

import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type Sheet, saveCsv } from './sheet';

type Props = { title: string; sheet: Sheet; view?: 'chart' | 'table'; onToggle?: () => void };

/** Beside the title of a card: the same as a table, and as a file. */
export function SheetActions({ title, sheet, view, onToggle }: Props) {
  const t = useTranslations('analytics.show');
  const other = view === 'chart' ? 'table' : 'chart';
  return (
    <Group gap={4}>
      {onToggle && (
        <Tooltip label={t(other)}>
          <ActionIcon onClick={onToggle} aria-label={`${title}: ${t(other)}`}>
            {view === 'chart' ? <IconTable size={18} /> : <IconChartBar size={18} />}
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t('csv')}>
        <ActionIcon onClick={() => saveCsv(sheet, title)} aria-label={`${title}: ${t('csv')}`}>
          <IconDownload size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
