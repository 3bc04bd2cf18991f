'use client';

import { Paper, Stack } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { AddProvider } from '../add-provider';
import { inSendingOrder } from '../provider-state';
import { EndToEnd } from './end-to-end';
import { Failover } from './failover';
import { TestAll } from './test-all';

type Props = { ownAddress: string };

/** Three questions about all providers together: do they answer, does the next one step in, does mail arrive? */
export function ChecksScreen({ ownAddress }: Props) {
  const t = useTranslations('providers.empty');
  const query = useQuery(apiQuery('providers'));
  return (
    <QueryState query={query}>
      {({ data }) => {
        const [first, ...others] = inSendingOrder(data);
        if (!first)
          return (
            <Paper withBorder>
              <EmptyState icon={<IconServer2 size={22} />} title={t('title')} action={<AddProvider />}>
                {t('text')}
              </EmptyState>
            </Paper>
          );
        const providers = [first, ...others];
        return (
          <Stack maw={860} gap="lg">
            <TestAll providers={providers} />
            <Failover providers={providers} />
            <EndToEnd provider={first} others={others} ownAddress={ownAddress} />
          </Stack>
        );
      }}
    </QueryState>
  );
}
