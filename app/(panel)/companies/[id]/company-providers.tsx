'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import type { CompanyView } from '@/lib/companies/schema';
import { paths } from '@/lib/paths';
import { ProviderBadge } from '../../providers/provider-badge';

/** Who sends for it: its own providers, then those that all share. */
export function CompanyProviders({ company: { key } }: { company: CompanyView }) {
  const t = useTranslations('companies.providers');
  const query = useQuery(apiQuery('providers'));
  return (
    <SectionCard
      title={t('title')}
      actions={
        <Anchor component={Link} size="sm" href={paths.messages({ company: key })}>
          {t('messages')}
        </Anchor>
      }
    >
      <QueryState query={query}>
        {({ data }) => {
          const own = data.filter(({ company }) => company === key);
          const shown = [...own, ...data.filter(({ company }) => company === undefined)];
          if (shown.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {t('none')}
              </Text>
            );
          return (
            <RowList>
              {shown.map((provider) => (
                <li key={provider.id}>
                  <Group justify="space-between" wrap="nowrap" gap="sm">
                    <div>
                      <Anchor component={Link} href={paths.provider(provider.id)} size="sm">
                        {provider.name}
                      </Anchor>
                      <Text size="xs" c="dimmed">
                        {t(provider.company ? 'own' : 'shared')}
                      </Text>
                    </div>
                    <ProviderBadge provider={provider} />
                  </Group>
                </li>
              ))}
            </RowList>
          );
        }}
      </QueryState>
    </SectionCard>
  );
}
