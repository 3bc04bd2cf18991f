'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import { paths } from '@/lib/paths';
import { WorkerState } from '../workers/worker-state';
import classes from './queue.module.css';
import { useWorkers } from './use-workers';

/** Who sends, and whether they are still there. */
export function QueueWorkers() {
  const t = useTranslations('queue.workers');
  const { technical } = useMode();
  const query = useWorkers();
  return (
    <SectionCard
      title={t('title')}
      actions={
        technical && (
          <Anchor component={Link} size="sm" href={paths.workers()}>
            {t('all')}
          </Anchor>
        )
      }
    >
      <QueryState query={query}>
        {({ data }) => (
          <RowList>
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
          </RowList>
        )}
      </QueryState>
    </SectionCard>
  );
}
