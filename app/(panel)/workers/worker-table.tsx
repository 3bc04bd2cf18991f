'use client';

import { Code, Text } from '@mantine/core';
import { IconServerOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { WorkerState } from './worker-state';

type Worker = { id: string; host: string; pid: number; startedAt: string; beatAt: string; alive: boolean };

const POLL_MS = 5_000;

export function WorkerTable() {
  const t = useTranslations('workers');
  const query = useQuery({ ...apiQuery('workers'), refetchInterval: pollEvery(POLL_MS) });
  const columns: Column<Worker>[] = [
    { id: 'host', title: t('columns.host'), render: (worker) => <Host worker={worker} /> },
    { id: 'state', title: t('columns.state'), render: (worker) => <WorkerState alive={worker.alive} /> },
    { id: 'pid', title: t('columns.pid'), render: ({ pid }) => <Code>{pid}</Code> },
    { id: 'startedAt', title: t('columns.started'), render: ({ startedAt }) => <Time value={startedAt} /> },
    { id: 'beatAt', title: t('columns.beat'), render: ({ beatAt }) => <Time value={beatAt} /> },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      empty={
        <EmptyState icon={<IconServerOff size={22} />} title={t('empty.title')}>
          {t.rich('empty.body', { command: () => <Code style={{ whiteSpace: 'nowrap' }}>npm start</Code> })}
        </EmptyState>
      }
      card={(worker) => ({
        title: <Host worker={worker} />,
        aside: <WorkerState alive={worker.alive} />,
        body: (
          <Text size="xs" c="dimmed">
            {t('columns.beat')}: <Time value={worker.beatAt} />
          </Text>
        ),
      })}
    />
  );
}

function Host({ worker }: { worker: Worker }) {
  return (
    <>
      <Text size="sm" fw={550}>
        {worker.host}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace">
        {worker.id}
      </Text>
    </>
  );
}
