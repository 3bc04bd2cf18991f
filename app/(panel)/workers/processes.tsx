'use client';

import { Code, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHeartOff,
  IconServerOff,
  IconVersions,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { formatBytes, formatPercent, NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Notice } from '@/components/table/notice';
import { StateBadge } from '@/components/table/state-badge';
import type { ProcessView } from '@/lib/workers/list-processes';

const POLL_MS = 10_000;

/** Of every kind and machine: who runs which Relevo, and has how much room. */
export function Processes() {
  const t = useTranslations('workers.processes');
  const { data, ...query } = useQuery({ ...apiQuery('workers'), refetchInterval: pollEvery(POLL_MS) });
  const columns: Column<ProcessView>[] = [
    { id: 'kind', title: t('columns.kind'), render: (row) => <Name row={row} /> },
    { id: 'version', title: t('columns.version'), render: ({ version }) => <Code>{version}</Code> },
    { id: 'state', title: t('columns.state'), render: (row) => <State row={row} /> },
    {
      id: 'disk',
      title: t('columns.disk'),
      help: t('columns.diskHelp'),
      render: ({ disk }) => <Disk disk={disk} />,
    },
    { id: 'startedAt', title: t('columns.started'), render: ({ startedAt }) => <Time value={startedAt} /> },
  ];
  const rows = data && { data: data.processes };
  return (
    <SectionCard title={t('title')} lead={t('lead')} mt="lg">
      <Stack gap="sm">
        {data?.processes.some(({ older, alive }) => older && alive) && (
          <Notice tone="warn" icon={<IconVersions aria-hidden />} role="status">
            {t('mixed')}
          </Notice>
        )}
        <DataTable
          label={t('title')}
          query={{ ...query, data: rows }}
          columns={columns}
          empty={<EmptyState icon={<IconServerOff size={22} />} title={t('none')} />}
          card={(row) => ({
            title: <Name row={row} />,
            aside: <State row={row} />,
            body: (
              <Text size="xs" c="dimmed">
                {t('columns.version')}: {row.version} · {t('columns.disk')}: <Disk disk={row.disk} />
              </Text>
            ),
          })}
        />
      </Stack>
    </SectionCard>
  );
}

function Name({ row: { kind, host, pid } }: { row: ProcessView }) {
  const t = useTranslations('workers.processes');
  return (
    <>
      <Text size="sm" fw={550}>
        {t(`kinds.${kind}`)}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('where', { host, pid: String(pid) })}
      </Text>
    </>
  );
}

function State({ row: { alive, older, disk } }: { row: ProcessView }) {
  const t = useTranslations('workers.processes.states');
  if (!alive)
    return (
      <StateBadge tone="bad" icon={IconHeartOff}>
        {t('silent')}
      </StateBadge>
    );
  if (disk && !disk.accepting)
    return (
      <StateBadge tone="bad" icon={IconAlertTriangle}>
        {t('full')}
      </StateBadge>
    );
  if (older)
    return (
      <StateBadge tone="warn" icon={IconVersions}>
        {t('older')}
      </StateBadge>
    );
  return (
    <StateBadge tone="good" icon={IconCircleCheck}>
      {t('running')}
    </StateBadge>
  );
}

function Disk({ disk }: Pick<ProcessView, 'disk'>) {
  const t = useTranslations('workers.processes');
  const locale = useLocale();
  if (!disk) return NOTHING;
  const { freeBytes, totalBytes } = disk;
  return t('free', {
    free: formatBytes(freeBytes, locale),
    share: formatPercent(freeBytes / totalBytes, locale, 0),
  });
}
