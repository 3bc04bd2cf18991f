'use client';

import { Anchor, Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import { WorkerState } from '../workers/worker-state';
import classes from './queue.module.css';

type Worker = { id: string; host: string; pid: number; beatAt: string; alive: boolean };

const REFRESH_MS = 5_000;

/** Who sends, and whether they are still there. */
export function QueueWorkers() {
  const t = useTranslations('queue.workers');
  const { technical } = useMode();
  const query = useQuery({ ...apiQuery<{ data: Worker[] }>('workers'), refetchInterval: REFRESH_MS });
  return (
    <Card component="section" aria-labelledby="queue-workers">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="queue-workers">
          {t('title')}
        </Title>
        {technical && (
          <Anchor component={Link} size="sm" href="/workers">
            {t('all')}
          </Anchor>
        )}
      </Group>
      <QueryState query={query}>
        {({ data }) => (
          <ul className={classes.rows}>
            {data.map((worker) => (
              <li key={worker.id} className={classes.row}>
                <div className={classes.subject}>
                  <Text className={classes.name}>
                    {technical ? `${worker.host} · ${worker.pid}` : worker.host}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t.rich('beat', { time: () => <Time value={worker.beatAt} /> })}
                  </Text>
                </div>
                <WorkerState alive={worker.alive} />
              </li>
            ))}
            {data.length === 0 && (
              <li className={classes.row}>
                <Text size="sm" c="dimmed">
                  {t('none')}
                </Text>
              </li>
            )}
          </ul>
        )}
      </QueryState>
    </Card>
  );
}
