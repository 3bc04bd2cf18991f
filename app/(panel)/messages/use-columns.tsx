'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import type { Column } from '@/components/table/data-table';
import type { MessageRow } from '@/lib/messages/view-schema';
import { MessageSubject } from './message-subject';
import { StatusBadge } from './status-badge';

/** The columns of the list; a technician also sees reason codes and tags. */
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
      width: 150,
      title: t('status'),
      render: (message) => <StatusBadge status={message.status} />,
    },
    { id: 'reason', width: 140, ellipsis: true, technical: true, title: t('reason'), render: reasonOf },
    {
      id: 'provider',
      width: 120,
      ellipsis: true,
      title: t('provider'),
      render: (message) => message.provider ?? '—',
    },
    {
      id: 'tags',
      width: 90,
      ellipsis: true,
      technical: true,
      title: t('tags'),
      render: (message) => message.tags.join(', ') || '—',
    },
    {
      id: 'acceptedAt',
      width: 135,
      title: t('acceptedAt'),
      render: (message) => <Time value={message.acceptedAt} />,
    },
  ];
  return all.filter((column) => technical || !column.technical);
}

function reasonOf({ reason }: MessageRow) {
  return (
    <Text span size="xs" ff="monospace">
      {reason ?? '—'}
    </Text>
  );
}
