'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import type { Column } from '@/components/table/data-table';
import type { MessageRow } from '@/lib/messages/view-schema';
import type { ColumnName } from '@/lib/views/names';
import { MessageSubject } from './message-subject';
import { StatusBadge } from './status-badge';
import { StatusReason } from './status-reason';

const USUAL: ColumnName[] = ['subject', 'to', 'status', 'provider', 'acceptedAt'];
const TECHNICAL: ColumnName[] = ['subject', 'to', 'status', 'provider', 'tags', 'acceptedAt'];

/** What a person has not chosen is what the mode shows; a technician also sees tags. */
export function useColumnNames(chosen: ColumnName[] | null): ColumnName[] {
  const { technical } = useMode();
  return chosen ?? (technical ? TECHNICAL : USUAL);
}

/** The columns of the list. It is in the order of acceptance, which its index has; no other order could be served among millions. */
export function useColumns(names: ColumnName[]): Column<MessageRow>[] {
  const t = useTranslations('messages');
  const format = useFormatter();
  const time = (value: string | null) => (value ? <Time value={value} format="both" /> : NOTHING);
  const all: Record<ColumnName, Omit<Column<MessageRow>, 'id' | 'title'>> = {
    subject: { ellipsis: true, render: (message) => <MessageSubject message={message} /> },
    to: { ellipsis: true, width: '24%', render: ({ to }) => format.list(to, { type: 'unit' }) },
    status: {
      width: 240,
      render: (message) => (
        <>
          <StatusBadge message={message} />
          <StatusReason message={message} />
        </>
      ),
    },
    provider: { width: 130, ellipsis: true, render: ({ provider }) => provider ?? NOTHING },
    company: { width: 120, ellipsis: true, render: ({ company }) => company ?? NOTHING },
    category: {
      width: 120,
      render: ({ category }) => t(`filters.categories.${category as 'transactional'}`),
    },
    priority: { width: 104, render: ({ priority }) => t(`columns.priorities.${priority}`) },
    tags: { width: 120, ellipsis: true, render: ({ tags }) => tags.join(', ') || NOTHING },
    from: { width: 170, ellipsis: true, render: ({ from }) => from?.email ?? NOTHING },
    scheduledAt: { width: 170, render: ({ scheduledAt }) => time(scheduledAt) },
    finishedAt: { width: 170, render: ({ finishedAt }) => time(finishedAt) },
    acceptedAt: { width: 196, render: ({ acceptedAt }) => time(acceptedAt) },
  };
  return names.map((id) => ({ id, title: t(`columns.${id}`), ...all[id] }));
}
