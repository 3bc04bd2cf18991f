'use client';

import { Code, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import type { Query } from '@/components/table/query-state';
import type { TypeView } from '@/lib/notifications/types/schema';
import { paths } from '@/lib/paths';
import { refOf } from './ref-of';
import { useChannelWords } from './use-channel-words';

/** All there is to set, at a glance. */
export function TypeTable({ query }: { query: Query<{ data: TypeView[] }> }) {
  const t = useTranslations('notification-types');
  const say = useChannelWords();
  const rows = query.data && { data: query.data.data.map((type) => ({ ...type, id: refOf(type) })) };
  const columns: Column<TypeView & { id: string }>[] = [
    { id: 'title', title: t('columns.title'), render: (type) => <Name type={type} /> },
    { id: 'channels', title: t('columns.channels'), render: say },
    {
      id: 'template',
      title: t('columns.template'),
      render: ({ template }) => template && <Code>{template}</Code>,
    },
    { id: 'priority', title: t('columns.priority'), render: ({ priority }) => t(`priorities.${priority}`) },
    {
      id: 'dedupe',
      title: t('columns.dedupe'),
      render: ({ dedupeHours }) => t('hours', { count: dedupeHours }),
    },
    { id: 'origin', title: t('columns.origin'), render: ({ origin }) => t(`origins.${origin}`) },
    { id: 'active', title: t('columns.active'), render: ({ active }) => t(active ? 'on' : 'off') },
  ];
  return (
    <DataTable
      label={t('title')}
      query={{ ...query, data: rows }}
      columns={columns}
      rowHref={({ id }) => paths.notificationType(id)}
      empty={<EmptyState icon={<IconBellRinging size={22} aria-hidden />} title={t('empty')} />}
      card={(type) => ({
        title: <Name type={type} />,
        body: <Text size="sm">{[say(type), t(type.active ? 'on' : 'off')].join(' · ')}</Text>,
      })}
    />
  );
}

function Name({ type: { title, key, company } }: { type: TypeView }) {
  return (
    <>
      {title}
      <Text span display="block" size="xs" c="dimmed" ff="monospace">
        {company ? `${key} · ${company}` : key}
      </Text>
    </>
  );
}
