'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { ListView } from '@/lib/lists/schema';
import { paths } from '@/lib/paths';
import type { SegmentView } from '@/lib/segments/schema';
import { SegmentTable } from './segment-table';

const ListWindow = dynamic(() => import('./list-window').then((module) => module.ListWindow), { ssr: false });
const SegmentWindow = dynamic(() => import('./segment-window').then((module) => module.SegmentWindow), {
  ssr: false,
});

/** Who subscribed to what, and who is meant by rules. */
export function ListsScreen() {
  const t = useTranslations('lists');
  const { number } = useFormatter();
  const disabledReason = useLocked('lists.write');
  const [open, setOpen] = useState<'list' | 'segment' | null>(null);
  const [segment, setSegment] = useState<SegmentView | null>(null);
  const query = useQuery(apiQuery('lists'));
  const openSegment = (one: SegmentView | null) => {
    setSegment(one);
    setOpen('segment');
  };
  const columns: Column<ListView>[] = [
    { id: 'title', title: t('columns.title'), render: ({ title }) => title },
    { id: 'subscribed', title: t('columns.subscribed'), render: ({ members }) => number(members.subscribed) },
    { id: 'waiting', title: t('columns.waiting'), render: ({ members }) => number(members.waiting) },
    { id: 'optIn', title: t('columns.optIn'), render: ({ optIn }) => t(`optIn.${optIn}.label`) },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Group gap="xs">
            <ReasonedButton
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => openSegment(null)}
              disabledReason={disabledReason}
            >
              {t('segments.create')}
            </ReasonedButton>
            <ReasonedButton
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setOpen('list')}
              disabledReason={disabledReason}
            >
              {t('create')}
            </ReasonedButton>
          </Group>
        }
      />
      <Stack gap="xl">
        <DataTable
          label={t('title')}
          query={query}
          columns={columns}
          rowHref={({ id }) => paths.list(id)}
          empty={
            <EmptyState icon={<IconUsersGroup size={22} aria-hidden />} title={t('empty.title')}>
              {t('empty.body')}
            </EmptyState>
          }
          card={({ title, members }) => ({
            title,
            body: <Text size="sm">{t('subscribed', { count: members.subscribed })}</Text>,
          })}
        />
        <SegmentTable onOpen={openSegment} />
      </Stack>
      <OnceOpened opened={open === 'list'}>
        <ListWindow opened={open === 'list'} stored={null} onClose={() => setOpen(null)} />
      </OnceOpened>
      <OnceOpened opened={open === 'segment'}>
        <SegmentWindow opened={open === 'segment'} stored={segment} onClose={() => setOpen(null)} />
      </OnceOpened>
    </>
  );
}
