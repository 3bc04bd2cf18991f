'use client';

import { Text } from '@mantine/core';
import { IconFlame } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { DrillView } from '@/lib/drills/schema';
import { paths } from '@/lib/paths';
import { DrillBadge } from './drill-badge';

const REFRESH_MS = 5_000;

/** All rehearsals, newest first. */
export function DrillTable({ start }: { start: ReactNode }) {
  const t = useTranslations('drills');
  const paging = useCursorStack();
  const query = useQuery({
    ...apiQuery('drills', { cursor: paging.cursor }),
    refetchInterval: pollEvery(REFRESH_MS),
  });
  const columns: Column<DrillView>[] = [
    { id: 'provider', title: t('columns.provider'), render: ({ provider }) => provider.name },
    { id: 'mode', title: t('columns.mode'), render: ({ mode }) => t(`mode.${mode}`) },
    { id: 'state', title: t('columns.state'), render: (drill) => <DrillBadge drill={drill} /> },
    { id: 'startedAt', title: t('columns.startedAt'), render: (drill) => <Time value={drill.startedAt} /> },
    { id: 'startedBy', title: t('columns.startedBy'), render: ({ startedBy }) => startedBy },
    {
      id: 'messages',
      title: t('columns.messages'),
      align: 'right',
      render: ({ messages }) => messages || NOTHING,
    },
  ];
  return (
    <>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.drill(id)}
        empty={
          <EmptyState icon={<IconFlame size={22} />} title={t('empty.title')} action={start}>
            {t('empty.text')}
          </EmptyState>
        }
        card={(drill) => ({
          title: drill.provider.name,
          aside: <DrillBadge drill={drill} />,
          body: (
            <Text size="xs" c="dimmed">
              {t(`mode.${drill.mode}`)} · <Time value={drill.startedAt} />
            </Text>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}
