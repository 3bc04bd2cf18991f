'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { IconFilterOff, IconMail } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { paths } from '@/lib/paths';
import { countFilters, messagesQuery } from './filter-query';
import { MessageSubject } from './message-subject';
import { MessagesFilters } from './messages-filters';
import { StatusBadge } from './status-badge';
import { StatusReason } from './status-reason';
import { useColumns } from './use-columns';
import { useFilters } from './use-filters';

const REFRESH_MS = 5_000;
const TYPING_MS = 300;

/** The list of messages: filtered by the URL, page by page, and fresh by itself. */
export function MessagesView({ compose }: { compose: ReactNode }) {
  const t = useTranslations('messages');
  const { filters, change, clear } = useFilters();
  const paging = useCursorStack();
  const [typed] = useDebouncedValue(messagesQuery(filters, paging.cursor), TYPING_MS);
  const query = useQuery({
    ...apiQuery('messages', Object.fromEntries(new URLSearchParams(typed))),
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
        rowHref={(message) => paths.message(message.id)}
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
          title: <MessageSubject message={message} />,
          aside: <StatusBadge status={message.status} />,
          body: (
            <>
              {message.to.join(', ')} · <Time value={message.acceptedAt} />
              <StatusReason message={message} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}
