'use client';

import { Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { StateBadge } from '@/components/table/state-badge';
import type { QueueRow, QueueView } from '@/lib/backlog/schema';
import { PausePriority } from './pause-priority';
import classes from './queue.module.css';

type Row = QueueRow & { id: string; later: number };
type Count = 'waiting' | 'sending' | 'later' | 'scheduled' | 'retrying' | 'parked';
type Query = { data: QueueView | undefined; error: unknown; refetch: () => unknown };

const SIMPLE: Count[] = ['waiting', 'sending', 'later', 'parked'];
const DETAILED: Count[] = ['waiting', 'sending', 'scheduled', 'retrying', 'parked'];

/** Depth and age of each priority, and its brake. */
export function PriorityTable({ query }: { query: Query }) {
  const t = useTranslations('queue');
  const { technical } = useMode();
  const counts = technical ? DETAILED : SIMPLE;
  const rows = query.data?.data.map((row) => ({
    ...row,
    id: row.priority,
    later: row.scheduled + row.retrying,
  }));
  const columns: Column<Row>[] = [
    { id: 'priority', title: t('columns.priority'), render: (row) => <Name row={row} /> },
    ...counts.map((name) => ({
      id: name,
      title: t(`columns.${name}`),
      align: 'right' as const,
      width: 124,
      render: (row: Row) => <Figure value={row[name]} />,
    })),
    { id: 'oldest', title: t('columns.oldest'), width: 150, render: (row) => <Oldest row={row} /> },
    {
      id: 'pause',
      title: t('columns.pause'),
      width: 150,
      align: 'right',
      render: (row) => <PausePriority row={row} />,
    },
  ];
  return (
    <DataTable
      label={t('byPriority')}
      query={{ ...query, data: rows && { data: rows } }}
      columns={columns}
      empty={null}
      card={(row) => ({
        title: <Name row={row} />,
        aside: <PausePriority row={row} />,
        body: <Depth row={row} counts={counts} />,
      })}
    />
  );
}

function Name({ row }: { row: Row }) {
  const t = useTranslations('queue');
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" fw={550}>
        {t(`priority.${row.priority}`)}
      </Text>
      {row.paused && (
        <StateBadge tone="warn" icon={IconPlayerPause}>
          {t('paused')}
        </StateBadge>
      )}
    </Group>
  );
}

/** On a phone only what is there. */
function Depth({ row, counts }: { row: Row; counts: Count[] }) {
  const t = useTranslations('queue');
  const format = useFormatter();
  const filled = counts.filter((name) => row[name] > 0);
  if (filled.length === 0) return t('figures.noneWaiting');
  return (
    <span className={classes.counts}>
      {filled.map((name) => (
        <span key={name} className="tabular">
          {t(`columns.${name}`)}: {format.number(row[name])}
        </span>
      ))}
      {row.oldestAt && (
        <span>
          {t('columns.oldest')}: <Time value={row.oldestAt} />
        </span>
      )}
    </span>
  );
}

function Figure({ value }: { value: number }) {
  const format = useFormatter();
  return <span className={value === 0 ? `tabular ${classes.zero}` : 'tabular'}>{format.number(value)}</span>;
}

function Oldest({ row }: { row: Row }) {
  if (row.oldestAt) return <Time value={row.oldestAt} />;
  return <span className={classes.zero}>{NOTHING}</span>;
}
