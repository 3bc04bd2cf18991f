'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { paths } from '@/lib/paths';
import type { TemplateRow } from '@/lib/templates/view-schema';
import { PublishedBadge } from './published-badge';
import { Thumbnail } from './thumbnail';

type Props = { create: ReactNode; archived: boolean };

export function TemplateTable({ create, archived }: Props) {
  const t = useTranslations('templates');
  const format = useFormatter();
  const query = useQuery(apiQuery('templates', { archived: archived ? 'true' : null }));
  const columns: Column<TemplateRow>[] = [
    { id: 'title', title: t('columns.title'), render: (template) => <Title template={template} /> },
    { id: 'category', title: t('columns.category'), render: ({ category }) => t(`categories.${category}`) },
    { id: 'languages', title: t('columns.languages'), render: ({ languages }) => languages.join(', ') },
    { id: 'state', title: t('columns.state'), render: (template) => <PublishedBadge template={template} /> },
    { id: 'uses', title: t('columns.uses'), render: ({ uses }) => format.number(uses.last30Days) },
  ];
  const nothing = archived ? (
    <EmptyState icon={<IconTemplate size={22} />} title={t('empty.archive')} />
  ) : (
    <EmptyState icon={<IconTemplate size={22} />} title={t('empty.title')} action={create}>
      {t('empty.body')}
    </EmptyState>
  );
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      rowHref={({ id }) => paths.template(id)}
      empty={nothing}
      card={(template) => ({
        title: template.title,
        body: (
          <Group wrap="nowrap" align="flex-start">
            <Thumbnail template={template} />
            <Stack gap={4}>
              <Text size="sm">{t(`categories.${template.category}`)}</Text>
              <PublishedBadge template={template} />
            </Stack>
          </Group>
        ),
      })}
    />
  );
}

function Title({ template }: { template: TemplateRow }) {
  const { title, key, company } = template;
  return (
    <Group component="span" wrap="nowrap">
      <Thumbnail template={template} />
      <span>
        {title}
        <Text span display="block" size="xs" c="dimmed" ff="monospace">
          {company ? `${key} · ${company}` : key}
        </Text>
      </span>
    </Group>
  );
}
