'use client';

import { Paper } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { pollEvery } from '@/components/layout/poll-every';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { AddProvider } from './add-provider';
import { ProviderCards } from './provider-cards';
import { ProviderTable } from './provider-table';

/** A breaker opens and closes by itself. */
const REFRESH_MS = 10_000;

/** Cards with one obvious button for an administrator, every column for a technician. */
export function ProvidersScreen() {
  const t = useTranslations('providers.empty');
  const { technical } = useMode();
  const query = useQuery({ ...apiQuery('providers'), refetchInterval: pollEvery(REFRESH_MS) });
  const empty = (
    <EmptyState icon={<IconServer2 size={22} />} title={t('title')} action={<AddProvider />}>
      {t('text')}
    </EmptyState>
  );

  if (technical) return <ProviderTable query={query} empty={empty} />;
  return (
    <QueryState query={query}>
      {({ data }) => {
        if (data.length === 0) return <Paper withBorder>{empty}</Paper>;
        return <ProviderCards providers={data} />;
      }}
    </QueryState>
  );
}
