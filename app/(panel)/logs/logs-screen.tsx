'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconFileText, IconLock, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { Time } from '@/components/layout/time';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { Notice } from '@/components/table/notice';
import { QueryState } from '@/components/table/query-state';
import { ChangedLevel } from './changed-level';
import { LevelButton } from './level-button';
import { LogFilters } from './log-filters';
import { LogLines } from './log-lines';
import { useLogFilter } from './use-log-filter';

const POLL_MS = 5_000;

/** What all processes log, as it comes; held, what is there stays to be read. */
export function LogsScreen() {
  const t = useTranslations('workers.logs');
  const locked = useLocked('audit.read', SHARED);
  const [held, setHeld] = useState(false);
  const { filter } = useLogFilter();
  const query = useQuery({
    ...apiQuery('logs', filter),
    enabled: !locked && !held,
    refetchInterval: pollEvery(POLL_MS),
    placeholderData: keepPreviousData,
  });
  const Icon = held ? IconPlayerPlay : IconPlayerPause;
  if (locked)
    return (
      <>
        <PageHeader title={t('title')} description={t('description')} />
        <Notice tone="quiet" icon={<IconLock aria-hidden />}>
          {locked}
        </Notice>
      </>
    );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => setHeld(!held)}
            >
              {t(held ? 'goOn' : 'hold')}
            </Button>
            <LevelButton />
          </Group>
        }
      />
      {query.data?.changed && <ChangedLevel changed={query.data.changed} />}
      <LogFilters />
      <QueryState query={query}>
        {({ data, since, processes }) => (
          <>
            {data.length === 0 ? (
              <EmptyState icon={<IconFileText size={22} />} title={t('empty.title')}>
                {t('empty.body')}
              </EmptyState>
            ) : (
              <LogLines entries={data} />
            )}
            <Text size="xs" c="dimmed" mt="xs">
              {t('whence', { count: processes.length })}{' '}
              {since && t.rich('since', { time: () => <Time value={since} format="clock" /> })}
            </Text>
          </>
        )}
      </QueryState>
    </>
  );
}
