'use client';

import { Stack, Text } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { paths } from '@/lib/paths';
import type { WebhookView } from '@/lib/webhooks/schema';
import { useTold } from './use-told';
import { WebhookBadge } from './webhook-badge';

export function WebhookTable({ create }: { create: ReactNode }) {
  const t = useTranslations('webhooks');
  const query = useQuery(apiQuery('webhooks'));
  const columns: Column<WebhookView>[] = [
    { id: 'name', title: t('form.name'), render: ({ name }) => name },
    { id: 'url', title: t('form.url'), ellipsis: true, render: ({ url }) => url },
    { id: 'events', title: t('form.events'), render: (webhook) => <Told webhook={webhook} /> },
    { id: 'state', title: t('columns.state'), render: (webhook) => <WebhookBadge webhook={webhook} /> },
    {
      id: 'last',
      title: t('columns.last'),
      render: ({ lastAt }) => (lastAt ? <Time value={lastAt} /> : NOTHING),
    },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      rowHref={({ id }) => paths.webhook(id)}
      empty={
        <EmptyState icon={<IconWebhook size={22} aria-hidden />} title={t('empty.title')} action={create}>
          {t('empty.body')}
        </EmptyState>
      }
      card={(webhook) => ({
        title: webhook.name,
        aside: <WebhookBadge webhook={webhook} />,
        body: (
          <Stack gap={2}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {webhook.url}
            </Text>
            <Text size="xs" c="dimmed">
              <Told webhook={webhook} />
            </Text>
          </Stack>
        ),
      })}
    />
  );
}

function Told({ webhook: { events } }: { webhook: WebhookView }) {
  return useTold().sumOf(events);
}
