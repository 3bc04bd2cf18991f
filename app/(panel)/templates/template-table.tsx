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

type Props = { create: ReactNode; archived: boolean; category: 'component' | null };

export function TemplateTable({ create, archived, category }: Props) {
  const t = useTranslations('templates');
  const format = useFormatter();
  const query = useQuery(apiQuery('templates', { archived: archived ? 'true' : null, category }));
  const columns: Column<TemplateRow>[] = [
    {
      id: 'title',
      title: t(category ? 'categories.component' : 'columns.title'),
      render: (template) => <Title template={template} />,
    },
    { id: 'category', title: t('columns.category'), render: ({ category }) => t(`categories.${category}`) },
    { id: 'languages', title: t('columns.languages'), render: ({ languages }) => languages.join(', ') },
    { id: 'state', title: t('columns.state'), render: (template) => <PublishedBadge template={template} /> },
    { id: 'uses', title: t('columns.uses'), render: ({ uses }) => format.number(uses.last30Days) },
  ];
  // Nothing is sent of a component alone, and they are all of one category.
  const shown = columns.filter(({ id }) => !category || (id !== 'uses' && id !== 'category'));
  const nothing = archived ? (
    <EmptyState icon={<IconTemplate size={22} />} title={t('empty.archive')} />
  ) : (
    <EmptyState
      icon={<IconTemplate size={22} />}
      title={t(category ? 'component.empty' : 'empty.title')}
      action={create}
    >
      {t(category ? 'component.emptyBody' : 'empty.body')}
    </EmptyState>
  );
  return (
    <DataTable
      label={t(category ? 'component.title' : 'title')}
      query={query}
      columns={shown}
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
