'use client';

import { Stack, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { NotificationView } from '@/lib/notifications/schema';
import { paths } from '@/lib/paths';
import { NotificationBadge } from './notification-badge';
import { useChannelNames } from './use-channel-names';

type Props = { filter: { type?: string; state?: NotificationView['state']; contact?: string } };

export function NotificationTable({ filter }: Props) {
  const t = useTranslations('notifications');
  const paging = useCursorStack();
  const names = useChannelNames();
  const query = useQuery({
    ...apiQuery('notifications', { ...filter, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Boolean(filter.type || filter.state);
  const columns: Column<NotificationView>[] = [
    { id: 'title', title: t('columns.title'), render: ({ title }) => title },
    { id: 'person', title: t('columns.person'), render: ({ person }) => person },
    { id: 'state', title: t('columns.state'), render: (row) => <NotificationBadge notification={row} /> },
    { id: 'channels', title: t('columns.channels'), render: ({ channels }) => names(channels) },
    { id: 'at', title: t('columns.at'), render: ({ createdAt }) => <Time value={createdAt} /> },
  ];
  return (
    <>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.notification(id)}
        empty={
          <EmptyState
            icon={<IconBellRinging size={22} aria-hidden />}
            title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
            action={
              !isFiltered &&
              !filter.contact && <LinkButton href={paths.connect()}>{t('empty.connect')}</LinkButton>
            }
          >
            {!filter.contact && t(isFiltered ? 'empty.filteredBody' : 'empty.body')}
          </EmptyState>
        }
        card={(row) => ({
          title: row.title,
          body: (
            <Stack gap={4} align="flex-start">
              <Text size="sm">{row.person}</Text>
              <NotificationBadge notification={row} />
              <Time value={row.createdAt} />
            </Stack>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}
