'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import type { DetailProps } from '../detail-props';
import { MailTemplateRow } from './mail-template-row';

/** What the provider keeps of templates of its own, asked when the page is opened: each can become one of ours. */
export function MailTemplates({ provider }: DetailProps) {
  const t = useTranslations('providers.mailTemplates');
  const query = useQuery(apiQuery('providers/[id]/mail-templates', { id: provider.id }));
  return (
    <SectionCard title={t('title')} lead={t('lead', { provider: provider.name })}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm">{t('none')}</Text>
          ) : (
            <RowList label={t('title')}>
              {data.map((row) => (
                <MailTemplateRow key={row.name} provider={provider} row={row} />
              ))}
            </RowList>
          )
        }
      </QueryState>
    </SectionCard>
  );
}
