'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { CampaignView } from '@/lib/campaigns/schema';
import { paths } from '@/lib/paths';
import { CampaignBadge } from './campaign-badge';

const CampaignWindow = dynamic(() => import('./campaign-window').then((module) => module.CampaignWindow), {
  ssr: false,
});

/** Mail to many. */
export function CampaignsScreen() {
  const t = useTranslations('campaigns');
  const { number } = useFormatter();
  const disabledReason = useLocked('campaigns.write');
  const query = useQuery(apiQuery('campaigns'));
  const actions = (
    <Group gap="xs">
      <LinkButton variant="default" href={paths.lists()}>
        {t('lists')}
      </LinkButton>
      <WindowButton
        leftSection={<IconPlus size={16} aria-hidden />}
        window={(props) => <CampaignWindow {...props} stored={null} />}
        disabledReason={disabledReason}
      >
        {t('create')}
      </WindowButton>
    </Group>
  );
  const columns: Column<CampaignView>[] = [
    { id: 'title', title: t('columns.title'), render: ({ title }) => title },
    { id: 'state', title: t('columns.state'), render: (one) => <CampaignBadge campaign={one} /> },
    {
      id: 'sent',
      title: t('columns.sent'),
      align: 'right',
      render: ({ books }) => books && t('of', { sent: number(books.sent), audience: number(books.audience) }),
    },
    { id: 'begins', title: t('columns.begins'), render: (one) => <Begins campaign={one} /> },
  ];
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={actions} />
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.campaign(id)}
        empty={
          <EmptyState icon={<IconSpeakerphone size={22} aria-hidden />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        }
        card={(one) => ({
          title: one.title,
          aside: <CampaignBadge campaign={one} />,
          body: (
            <Stack gap={2}>
              <Text size="sm">
                <Begins campaign={one} />
              </Text>
            </Stack>
          ),
        })}
      />
    </>
  );
}

function Begins({ campaign: { startedAt, beginsAt, createdAt } }: { campaign: CampaignView }) {
  return <Time value={startedAt ?? beginsAt ?? createdAt} />;
}
