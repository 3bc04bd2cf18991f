'use client';

import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilterOff, IconMail, IconPaperclip } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { MessageRow } from '@/lib/messages/schema';
import { countFilters, messagesPath } from './filter-query';
import { MessagesFilters } from './messages-filters';
import { StatusBadge } from './status-badge';
import { useFilters } from './use-filters';

const REFRESH_MS = 5_000;
const TYPING_MS = 300;

type Page = { data: MessageRow[]; nextCursor: string | null };

/** The list of messages: filtered by the URL, page by page, and fresh by itself. */
export function MessagesView({ compose }: { compose: ReactNode }) {
  const t = useTranslations('messages');
  const { filters, change, clear } = useFilters();
  const paging = useCursorStack();
  const [path] = useDebouncedValue(messagesPath(filters, paging.cursor), TYPING_MS);
  const query = useQuery({
    ...apiQuery<Page>(path),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const filtered = countFilters(filters) > 0;
  return (
    <>
      <MessagesFilters filters={filters} onChange={change} onClear={clear} />
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={(message) => `/messages/${message.id}`}
        empty={
          filtered ? (
            <EmptyState icon={<IconFilterOff size={22} />} title={t('empty.filtered')}>
              {t('empty.filteredText')}
            </EmptyState>
          ) : (
            <EmptyState icon={<IconMail size={22} />} title={t('empty.title')} action={compose}>
              {t('empty.text')}
            </EmptyState>
          )
        }
        card={(message) => ({
          title: <Subject message={message} />,
          aside: <StatusBadge status={message.status} />,
          body: (
            <>
              {message.to.join(', ')} · <Time value={message.acceptedAt} />
            </>
          ),
        })}
      />
      <Pager
        atNewest={paging.atNewest}
        nextCursor={query.data?.nextCursor ?? null}
        onNewer={paging.newer}
        onOlder={paging.older}
      />
    </>
  );
}

function useColumns(): Column<MessageRow>[] {
  const t = useTranslations('messages.columns');
  const { technical } = useMode();
  const all: (Column<MessageRow> & { technical?: boolean })[] = [
    {
      id: 'subject',
      title: t('subject'),
      ellipsis: true,
      render: (message) => <Subject message={message} />,
    },
    { id: 'to', title: t('to'), ellipsis: true, render: (message) => message.to.join(', ') },
    {
      id: 'status',
      title: t('status'),
      width: 160,
      render: (message) => <StatusBadge status={message.status} />,
    },
    {
      id: 'reason',
      title: t('reason'),
      width: 150,
      technical: true,
      render: (message) => <Code>{message.reason}</Code>,
    },
    {
      id: 'provider',
      title: t('provider'),
      width: 150,
      ellipsis: true,
      render: (message) => message.provider ?? '—',
    },
    {
      id: 'priority',
      title: t('priority'),
      width: 100,
      technical: true,
      render: (message) => <Code>{message.priority}</Code>,
    },
    {
      id: 'tags',
      title: t('tags'),
      width: 130,
      ellipsis: true,
      technical: true,
      render: (message) => message.tags.join(', ') || '—',
    },
    {
      id: 'acceptedAt',
      title: t('acceptedAt'),
      width: 150,
      render: (message) => <Time value={message.acceptedAt} />,
    },
  ];
  return all.filter((column) => technical || !column.technical);
}

function Subject({ message }: { message: MessageRow }) {
  const t = useTranslations('messages');
  return (
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex" maw="100%">
      <Text span inherit truncate>
        {message.subject}
      </Text>
      {message.attachmentCount > 0 && (
        <IconPaperclip
          size={14}
          style={{ flex: 'none' }}
          role="img"
          aria-label={t('attachmentCount', { count: message.attachmentCount })}
        />
      )}
    </Group>
  );
}

function Code({ children }: { children: string | null }) {
  return (
    <Text span size="xs" ff="monospace">
      {children ?? '—'}
    </Text>
  );
}
