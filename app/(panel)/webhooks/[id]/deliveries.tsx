'use client';

import { Group, Select, Stack, Text } from '@mantine/core';
import { IconHistoryToggle, IconWebhook } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { WebhookEvent } from '@/lib/webhooks/event-types';
import { DELIVERY_STATES, type DeliveryView, type WebhookView } from '@/lib/webhooks/schema';
import { useTold } from '../use-told';
import { DeliveryBadge } from './delivery-badge';
import { DeliveryOpener } from './delivery-opener';

const ReplayWindow = dynamic(() => import('./replay-window').then((module) => module.ReplayWindow), {
  ssr: false,
});

const WATCH_MS = 5_000;
const states = parseAsStringLiteral(DELIVERY_STATES).withOptions({ history: 'push' });

/** What it was told, each with what it answered. */
export function Deliveries({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks.deliveries');
  const { nameOf } = useTold();
  const locked = useLocked('webhooks.write', webhook);
  const paging = useCursorStack();
  const [state, setState] = useQueryState('state', states);
  const [replaying, setReplaying] = useState(false);
  const query = useQuery({
    ...apiQuery('webhooks/[id]/deliveries', {
      id: webhook.id,
      ...(state && { state }),
      cursor: paging.cursor,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: WATCH_MS,
  });
  const event = (row: DeliveryView) => nameOf(row.event as WebhookEvent);
  const columns: Column<DeliveryView>[] = [
    { id: 'event', title: t('event'), render: event },
    { id: 'at', title: t('at'), render: ({ createdAt }) => <Time value={createdAt} /> },
    { id: 'state', title: t('state'), render: (row) => <DeliveryBadge delivery={row} /> },
    { id: 'open', title: t('more'), render: (row) => <DeliveryOpener webhook={webhook} delivery={row} /> },
  ];
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={
        <ReasonedButton
          size="xs"
          variant="default"
          leftSection={<IconHistoryToggle size={14} aria-hidden />}
          disabledReason={locked ?? (webhook.active ? null : t('offReason'))}
          onClick={() => setReplaying(true)}
        >
          {t('replay')}
        </ReasonedButton>
      }
    >
      <Group mb="sm">
        <Select
          label={t('filter')}
          placeholder={t('all')}
          clearable
          data={DELIVERY_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(value) => void setState(value)}
        />
      </Group>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconWebhook size={22} aria-hidden />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        }
        card={(row) => ({
          title: event(row),
          aside: <DeliveryBadge delivery={row} />,
          body: (
            <Stack gap={4} align="flex-start">
              <Text size="xs" c="dimmed">
                <Time value={row.createdAt} />
              </Text>
              <DeliveryOpener webhook={webhook} delivery={row} />
            </Stack>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
      <OnceOpened opened={replaying}>
        <ReplayWindow webhook={webhook} opened={replaying} onClose={() => setReplaying(false)} />
      </OnceOpened>
    </SectionCard>
  );
}
