'use client';

import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { AlertView } from '@/lib/alerts/schema';
import { OPEN_ALERTS_POLL_MS } from './open-alerts';
import { SeverityBadge } from './severity-badge';

export function PastAlerts() {
  const t = useTranslations('alerts');
  const paging = useCursorStack();
  const query = useQuery({
    ...apiQuery('alerts', { state: 'resolved', cursor: paging.cursor }),
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(OPEN_ALERTS_POLL_MS),
  });
  const columns: Column<AlertView>[] = [
    { id: 'what', title: t('columns.what'), ellipsis: true, render: ({ title }) => title },
    {
      id: 'severity',
      title: t('columns.severity'),
      render: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'since',
      title: t('columns.since'),
      render: ({ firedAt }) => <Time value={firedAt} format="clock" />,
    },
    {
      id: 'over',
      title: t('columns.over'),
      render: ({ resolvedAt }) => <Time value={resolvedAt!} format="clock" />,
    },
    { id: 'who', title: t('columns.who'), render: ({ acknowledgedBy }) => acknowledgedBy ?? NOTHING },
  ];
  return (
    <>
      <DataTable
        label={t('past')}
        query={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconHistory size={22} aria-hidden />} title={t('empty.past')}>
            {t('empty.pastBody')}
          </EmptyState>
        }
        card={({ title, severity, firedAt, resolvedAt }) => ({
          title,
          aside: <SeverityBadge severity={severity} />,
          body: (
            <Text size="xs" c="dimmed">
              {t.rich('span', {
                from: () => <Time value={firedAt} format="clock" />,
                to: () => <Time value={resolvedAt!} format="clock" />,
              })}
            </Text>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}
