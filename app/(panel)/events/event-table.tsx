'use client';

import { Anchor, Button, Text } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { EventRow } from '@/lib/messages/event-schema';
import { paths } from '@/lib/paths';
import { sinceOf } from '../messages/filter-query';
import { EventFilters } from './event-filters';
import { EventKind } from './event-kind';
import { useEventFilter } from './use-event-filter';

const EventWindow = dynamic(() => import('./event-window').then((module) => module.EventWindow), {
  ssr: false,
});

export function EventTable() {
  const t = useTranslations('events');
  const paging = useCursorStack();
  const { filter, isFiltered } = useEventFilter();
  const { type, provider, recipient, message, time } = filter;
  const query = useQuery(
    apiQuery('events', {
      ...(type && { type }),
      ...(provider && { provider }),
      ...(recipient && { recipient }),
      ...(message && { message }),
      ...(time && { since: sinceOf(time) }),
      cursor: paging.cursor,
    }),
  );
  const [open, setOpen] = useState<EventRow | null>(null);
  const [opened, setOpened] = useState(false);
  const show = (row: EventRow) => {
    setOpen(row);
    setOpened(true);
  };
  const nextCursor = query.data?.nextCursor;
  const empty = nextCursor ? 'further' : isFiltered ? 'filtered' : 'none';
  const columns: Column<EventRow>[] = [
    { id: 'event', title: t('columns.event'), width: 210, render: (row) => <EventKind row={row} /> },
    { id: 'at', title: t('columns.at'), width: 150, render: ({ at }) => <Time value={at} /> },
    { id: 'recipient', title: t('columns.recipient'), render: (row) => <Who row={row} /> },
    {
      id: 'provider',
      title: t('columns.provider'),
      width: 170,
      render: ({ provider: name }) => name ?? NOTHING,
    },
    { id: 'more', title: t('columns.more'), width: 120, render: (row) => <More row={row} onOpen={show} /> },
  ];
  return (
    <>
      <EventFilters />
      <DataTable
        label={t('tabs.events')}
        query={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconTimeline size={22} />} title={t(`empty.${empty}.title`)}>
            {t(`empty.${empty}.body`)}
          </EmptyState>
        }
        card={(row) => ({
          title: <EventKind row={row} />,
          aside: <Time value={row.at} />,
          body: (
            <>
              <Who row={row} />
              <Text size="xs" c="dimmed">
                {row.provider}
              </Text>
              <More row={row} onOpen={show} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={nextCursor} />
      <OnceOpened opened={opened}>
        {open && <EventWindow event={open} opened={opened} onClose={() => setOpened(false)} />}
      </OnceOpened>
    </>
  );
}

function Who({ row: { recipient, messageId } }: { row: EventRow }) {
  const t = useTranslations('events');
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Anchor component={Link} href={paths.message(messageId)} inherit lh={2} display="inline-block">
        {recipient ?? t('whole')}
      </Anchor>
    </Text>
  );
}

function More({ row, onOpen }: { row: EventRow; onOpen: (row: EventRow) => void }) {
  const t = useTranslations('events');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      ml={-8}
      aria-label={t('detailsOf', {
        event: t(`types.${row.type}`),
        recipient: row.recipient ?? row.messageId,
      })}
      onClick={() => onOpen(row)}
    >
      {t('details')}
    </Button>
  );
}
