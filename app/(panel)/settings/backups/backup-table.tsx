'use client';

import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { formatBytes } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { StateBadge } from '@/components/table/state-badge';
import type { BackupsView, BackupView } from '@/lib/backup/view';

type Row = BackupView & { id: string };

export function BackupTable({ backups: { data } }: { backups: BackupsView }) {
  const t = useTranslations('configuration.backups');
  const locale = useLocale();
  const format = useFormatter();
  const columns: Column<Row>[] = [
    { id: 'at', title: t('columns.at'), render: ({ at }) => <Time value={at} format="both" /> },
    { id: 'size', title: t('columns.size'), width: 110, render: ({ bytes }) => formatBytes(bytes, locale) },
    { id: 'rows', title: t('columns.rows'), width: 110, render: ({ rows }) => format.number(rows) },
    { id: 'state', title: t('columns.state'), render: (backup) => <State backup={backup} /> },
  ];
  const rows = data.map((backup): Row => ({ ...backup, id: backup.name }));
  return (
    <SectionCard title={t('list')}>
      <DataTable
        label={t('list')}
        query={{ data: { data: rows }, error: null, refetch: () => undefined }}
        columns={columns}
        empty={
          <Text size="sm" p="md">
            {t('none')}
          </Text>
        }
        card={(backup) => ({
          title: <Time value={backup.at} format="both" />,
          aside: formatBytes(backup.bytes, locale),
          body: <State backup={backup} />,
        })}
      />
    </SectionCard>
  );
}

function State({ backup: { verifiedAt, problem } }: { backup: BackupView }) {
  const t = useTranslations('configuration.backups.states');
  if (problem)
    return (
      <StateBadge tone="bad" icon={IconAlertTriangle}>
        {t('bad')}
      </StateBadge>
    );
  if (verifiedAt)
    return (
      <StateBadge tone="good" icon={IconCircleCheck}>
        {t.rich('good', { time: () => <Time value={verifiedAt} /> })}
      </StateBadge>
    );
  return (
    <StateBadge tone="quiet" icon={IconClock}>
      {t('untested')}
    </StateBadge>
  );
}
