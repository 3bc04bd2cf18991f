'use client';

import { Group, SimpleGrid } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import { ExamplesMenu } from '../rules/examples-menu';
import { refOf } from './ref-of';
import { TypeCard } from './type-card';
import { TypeTable } from './type-table';

const TypeWindow = dynamic(() => import('./type-window').then((module) => module.TypeWindow), { ssr: false });

/** What people are told of: as cards, or as a table for technicians. */
export function TypesScreen() {
  const t = useTranslations('notification-types');
  const { technical } = useMode();
  const disabledReason = useLocked('notifications.write');
  const query = useQuery(apiQuery('notification-types'));
  const create = (
    <Group gap="xs">
      <ExamplesMenu />
      <WindowButton
        leftSection={<IconPlus size={16} aria-hidden />}
        window={(props) => <TypeWindow {...props} />}
        disabledReason={disabledReason}
      >
        {t('create')}
      </WindowButton>
    </Group>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      {technical ? (
        <TypeTable query={query} />
      ) : (
        <QueryState query={query}>
          {({ data }) => (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {data.map((type) => (
                <TypeCard key={refOf(type)} type={type} lockedReason={disabledReason} />
              ))}
            </SimpleGrid>
          )}
        </QueryState>
      )}
    </>
  );
}
