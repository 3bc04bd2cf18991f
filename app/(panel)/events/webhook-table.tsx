'use client';

import { Button, Modal, Text } from '@mantine/core';
import { IconHistoryToggle, IconWebhook } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { InboundView } from '@/lib/inbound/inbound-schema';
import { sinceOf } from '../messages/filter-query';
import { WebhookFilters } from './event-filters';
import { RawWebhook } from './raw-webhook';
import { useEventFilter } from './use-event-filter';
import { WebhookState } from './webhook-state';

const ReplayWindow = dynamic(() => import('./replay-window').then((module) => module.ReplayWindow), {
  ssr: false,
});

/** They are read within a moment. */
const REFRESH_MS = 5_000;

export function WebhookTable() {
  const t = useTranslations('events');
  const paging = useCursorStack();
  const { filter, isFiltered } = useEventFilter();
  const { provider, state, time } = filter;
  const locked = useLocked('providers.write');
  const query = useQuery({
    ...apiQuery('inbound', {
      ...(provider && { provider }),
      ...(state && { state }),
      ...(time && { since: sinceOf(time) }),
      cursor: paging.cursor,
    }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const [open, setOpen] = useState<string | null>(null);
  const [many, setMany] = useState(false);
  const empty = isFiltered ? 'filtered' : 'webhooks';
  const columns: Column<InboundView>[] = [
    {
      id: 'at',
      title: t('columns.received'),
      width: 160,
      render: ({ receivedAt }) => <Time value={receivedAt} />,
    },
    {
      id: 'provider',
      title: t('columns.provider'),
      width: 190,
      render: (row) => row.provider ?? t('goneProvider'),
    },
    { id: 'state', title: t('columns.state'), render: (row) => <Became row={row} /> },
    {
      id: 'more',
      title: t('columns.more'),
      width: 120,
      render: (row) => <More row={row} onOpen={setOpen} />,
    },
  ];
  return (
    <>
      <WebhookFilters>
        <ReasonedButton
          variant="default"
          leftSection={<IconHistoryToggle size={16} aria-hidden />}
          onClick={() => setMany(true)}
          disabledReason={locked}
        >
          {t('replay.many')}
        </ReasonedButton>
      </WebhookFilters>
      <DataTable
        label={t('tabs.webhooks')}
        query={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconWebhook size={22} />} title={t(`empty.${empty}.title`)}>
            {t(`empty.${empty}.body`)}
          </EmptyState>
        }
        card={(row) => ({
          title: row.provider ?? t('goneProvider'),
          aside: <Time value={row.receivedAt} />,
          body: (
            <>
              <Became row={row} />
              <More row={row} onOpen={setOpen} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t('oneWebhook')}
        size="xl"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open && <RawWebhook id={open} />}
      </Modal>
      <OnceOpened opened={many}>
        <ReplayWindow opened={many} onClose={() => setMany(false)} />
      </OnceOpened>
    </>
  );
}

function Became({ row: { state, error } }: { row: InboundView }) {
  return (
    <>
      <WebhookState state={state} />
      {error && (
        <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      )}
    </>
  );
}

function More({ row, onOpen }: { row: InboundView; onOpen: (id: string) => void }) {
  const t = useTranslations('events');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      ml={-8}
      aria-label={t('webhookOf', { provider: row.provider ?? t('goneProvider'), id: row.id.slice(-6) })}
      onClick={() => onOpen(row.id)}
    >
      {t('details')}
    </Button>
  );
}
