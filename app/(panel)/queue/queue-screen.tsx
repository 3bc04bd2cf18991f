'use client';

import { Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { QueryState } from '@/components/table/query-state';
import { JobsTable } from './jobs-table';
import { PauseAll } from './pause-all';
import { PriorityTable } from './priority-table';
import { QueueFigures } from './queue-figures';
import { QueueProviders } from './queue-providers';
import { QueueTrouble } from './queue-trouble';
import { QueueWorkers } from './queue-workers';

const REFRESH_MS = 3_000;

/** What waits, how fast it goes, and the brakes: by priority and by provider. */
export function QueueScreen() {
  const t = useTranslations('queue');
  const { technical } = useMode();
  const query = useQuery({ ...apiQuery('queue'), refetchInterval: pollEvery(REFRESH_MS) });
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={query.data && <PauseAll rows={query.data.data} />}
      />
      <QueryState query={query}>
        {(queue) => (
          <Stack gap="lg">
            <QueueTrouble rows={queue.data} />
            <QueueFigures queue={queue} />
            <PriorityTable query={query} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 7 }}>
                <QueueProviders parked={queue.parked} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <QueueWorkers />
              </Grid.Col>
            </Grid>
            {technical && <JobsTable />}
          </Stack>
        )}
      </QueryState>
    </>
  );
}
