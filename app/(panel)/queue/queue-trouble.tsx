'use client';

import { IconHandStop, IconPlayerPause } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { QueueRow } from '@/lib/backlog/schema';
import { useWorkers } from './use-workers';

/** Why nothing goes out, or not all, and what to do about it; nothing while all is well. */
export function QueueTrouble({ rows }: { rows: QueueRow[] }) {
  const t = useTranslations('queue');
  const format = useFormatter();
  const { data: workers } = useWorkers();
  const paused = rows.filter((row) => row.paused);
  const names = paused.map((row) => t(`priority.${row.priority}`));
  return (
    <>
      {workers && !workers.data.some(({ alive }) => alive) && (
        <Notice tone="bad" icon={<IconHandStop aria-hidden />} title={t('trouble.noWorker')}>
          {t('trouble.noWorkerText')}
        </Notice>
      )}
      {paused.length > 0 && (
        <Notice
          tone="warn"
          icon={<IconPlayerPause aria-hidden />}
          title={
            paused.length === rows.length
              ? t('trouble.allPaused')
              : t('trouble.somePaused', { names: format.list(names) })
          }
        >
          {t('trouble.pausedText')}
        </Notice>
      )}
    </>
  );
}
