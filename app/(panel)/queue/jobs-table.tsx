'use client';

import { Code, Text, Title } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { JobsRow } from '@/lib/backlog/schema';
import classes from './queue.module.css';

type Row = JobsRow & { id: string };

const REFRESH_MS = 3_000;
const COUNTS = ['ready', 'locked', 'later', 'failed'] as const;

/** The wake-ups of graphile-worker: the messages themselves are the truth. */
export function JobsTable() {
  const t = useTranslations('queue.jobs');
  const format = useFormatter();
  const query = useQuery({ ...apiQuery('queue/jobs'), refetchInterval: REFRESH_MS });
  const data = query.data?.data.map((row) => ({ ...row, id: row.task }));
  const when = (value: string | null) => (value ? <Time value={value} /> : NOTHING);
  const columns: Column<Row>[] = [
    { id: 'task', title: t('columns.task'), render: ({ task }) => <Code>{task}</Code> },
    ...COUNTS.map((name) => ({
      id: name,
      title: t(`columns.${name}`),
      align: 'right' as const,
      width: 124,
      render: (row: Row) => (
        <span className={row[name] === 0 ? `tabular ${classes.zero}` : 'tabular'}>
          {format.number(row[name])}
        </span>
      ),
    })),
    { id: 'oldest', title: t('columns.oldest'), width: 150, render: ({ oldestAt }) => when(oldestAt) },
    { id: 'next', title: t('columns.next'), width: 150, render: ({ nextAt }) => when(nextAt) },
  ];
  return (
    <section aria-labelledby="queue-jobs">
      <Title order={2} id="queue-jobs">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb="sm">
        {t('description')}
      </Text>
      <DataTable
        label={t('title')}
        query={{ ...query, data: data && { data } }}
        columns={columns}
        empty={<EmptyState icon={<IconStack2 size={22} />} title={t('none')} />}
        card={(row) => ({
          title: <Code>{row.task}</Code>,
          body: (
            <span className={classes.counts}>
              {COUNTS.map((name) => (
                <span key={name} className="tabular">
                  {t(`columns.${name}`)}: {format.number(row[name])}
                </span>
              ))}
            </span>
          ),
        })}
      />
    </section>
  );
}
