'use client';

import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import type { Column } from '@/components/table/data-table';
import type { MessageRow } from '@/lib/messages/view-schema';
import { MessageSubject } from './message-subject';
import { StatusBadge } from './status-badge';
import { StatusReason } from './status-reason';

/** The columns of the list; a technician also sees tags. */
export function useColumns(): Column<MessageRow>[] {
  const t = useTranslations('messages.columns');
  const { technical } = useMode();
  const all: (Column<MessageRow> & { technical?: boolean })[] = [
    {
      id: 'subject',
      ellipsis: true,
      title: t('subject'),
      render: (message) => <MessageSubject message={message} />,
    },
    { id: 'to', ellipsis: true, title: t('to'), render: (message) => message.to.join(', ') },
    {
      id: 'status',
      width: 240,
      title: t('status'),
      render: (message) => (
        <>
          <StatusBadge status={message.status} />
          <StatusReason message={message} />
        </>
      ),
    },
    {
      id: 'provider',
      width: 140,
      ellipsis: true,
      title: t('provider'),
      render: (message) => message.provider ?? '—',
    },
    {
      id: 'tags',
      width: 110,
      ellipsis: true,
      technical: true,
      title: t('tags'),
      render: (message) => message.tags.join(', ') || '—',
    },
    {
      id: 'acceptedAt',
      width: 160,
      title: t('acceptedAt'),
      render: (message) => <Time value={message.acceptedAt} />,
    },
  ];
  return all.filter((column) => technical || !column.technical);
}
