'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { DataTable } from '@/components/table/data-table';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { paths } from '@/lib/paths';
import type { ColumnName } from '@/lib/views/names';
import type { MessageView } from '@/lib/views/schema';
import { chooseColumnsAction } from './actions';
import { countFilters, messagesQuery, sameFilters } from './filter-query';
import { MessageSubject } from './message-subject';
import { MessagesBar } from './messages-bar';
import { useMessageCount } from './messages-count';
import { MessagesFilters } from './messages-filters';
import { NoMessages } from './no-messages';
import { StatusBadge } from './status-badge';
import { StatusReason } from './status-reason';
import { useColumnNames, useColumns } from './use-columns';
import { useFilters } from './use-filters';
import { useSelection } from './use-selection';
import { ViewTabs } from './view-tabs';

const REFRESH_MS = 5_000;
const TYPING_MS = 300;

type Props = { views: MessageView[]; chosen: ColumnName[] | null; compose: ReactNode };

/** The list of messages: filtered by the URL, page by page, and fresh by itself. */
export function MessagesScreen({ views, chosen, compose }: Props) {
  const t = useTranslations('messages');
  const { filters, change, clear } = useFilters();
  const paging = useCursorStack();
  const [typed] = useDebouncedValue(messagesQuery(filters, paging.cursor), TYPING_MS);
  const { cursor, ...match } = Object.fromEntries(new URLSearchParams(typed));
  const query = useQuery({
    ...apiQuery('messages', { ...match, cursor }),
    refetchInterval: pollEvery(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
  const counted = useMessageCount(match).data;
  const selection = useSelection(JSON.stringify(filters));
  const [columns, setColumns] = useState(chosen);
  const keep = useAction(chooseColumnsAction);
  const view = views.find((each) => sameFilters(each.filters, filters));
  const names = useColumnNames(view?.columns ?? columns);
  const choose = (next: ColumnName[] | null) => {
    setColumns(next);
    void keep.run({ columns: next });
  };
  const shown = useColumns(names);
  const isCaptured = (id: string) =>
    query.data?.data.some((row) => row.id === id && row.status === 'captured') ?? false;
  return (
    <>
      <ViewTabs views={views} filters={filters} columns={names} />
      <MessagesFilters filters={filters} onChange={change} onClear={clear} />
      <MessagesBar
        counted={counted}
        match={match}
        selection={selection}
        captured={filters.status === 'captured' || (!selection.all && selection.ids.every(isCaptured))}
        columns={{ shown: names, chosen: columns !== null, onChange: choose }}
      />
      <DataTable
        label={t('title')}
        query={query}
        columns={shown}
        rowHref={(message) => paths.message(message.id)}
        selection={{ ids: selection.ids, onChange: selection.pick }}
        empty={<NoMessages filtered={countFilters(filters) > 0} compose={compose} />}
        card={(message) => ({
          title: <MessageSubject message={message} />,
          aside: <StatusBadge message={message} />,
          body: (
            <>
              {message.to.join(', ')} · <Time value={message.acceptedAt} format="both" />
              <StatusReason message={message} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}
