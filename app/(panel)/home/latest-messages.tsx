'use client';

import { Anchor, Group, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { MessageRow } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { StatusBadge } from '../messages/status-badge';
import { useTitle } from '../messages/use-title';
import { useStatistics } from './use-statistics';

export function LatestMessages() {
  const t = useTranslations('home.latest');
  const title = useTitle();
  const { data, ...rest } = useStatistics();
  const query = { ...rest, data: data && { data: data.latest ?? [] } };
  const recipients = ({ to: [address = '', ...rest] }: MessageRow) =>
    rest.length > 0 ? t('more', { address, count: rest.length }) : address;
  const columns: Column<MessageRow>[] = [
    { id: 'subject', title: t('subject'), ellipsis: true, render: title },
    { id: 'to', title: t('to'), ellipsis: true, render: recipients },
    { id: 'status', title: t('state'), width: 170, render: (message) => <StatusBadge message={message} /> },
    {
      id: 'acceptedAt',
      title: t('accepted'),
      width: 160,
      render: ({ acceptedAt }) => <Time value={acceptedAt} />,
    },
  ];
  return (
    <section aria-labelledby="latest">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="latest">
          {t('title')}
        </Title>
        <Anchor component={Link} href={paths.messages()} size="sm">
          {t('all')}
        </Anchor>
      </Group>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.message(id)}
        empty={
          <EmptyState icon={<IconMail size={22} />} title={t('none')}>
            {t('noneHelp')}
          </EmptyState>
        }
        card={(message) => ({
          title: title(message),
          aside: <StatusBadge message={message} />,
          body: (
            <>
              {recipients(message)} · <Time value={message.acceptedAt} />
            </>
          ),
        })}
      />
    </section>
  );
}
