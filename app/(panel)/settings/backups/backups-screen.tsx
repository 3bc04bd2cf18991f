'use client';

import { Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { WayBack } from '@/components/layout/way-back';
import { Notice } from '@/components/table/notice';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { BackupActions } from './backup-actions';
import { BackupState } from './backup-state';
import { BackupTable } from './backup-table';
import { Care } from './care';
import { Restoring } from './restoring';
import { Schedule } from './schedule';

const POLL_MS = 10_000;

/** Whether there is one to rely on, what is left to do so that there is, and how to put one back. */
export function BackupsScreen() {
  const t = useTranslations('configuration');
  const locked = useLocked('config.read', SHARED);
  const query = useQuery({ ...apiQuery('backups'), enabled: !locked, refetchInterval: pollEvery(POLL_MS) });
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.settings()} label={t('back')} />}
        title={t('backups.title')}
        description={t('backups.description')}
        actions={query.data && <BackupActions backups={query.data} />}
      />
      {locked ? (
        <Notice tone="quiet" icon={<IconLock aria-hidden />}>
          {locked}
        </Notice>
      ) : (
        <QueryState query={query}>
          {(backups) => (
            <Stack maw={960}>
              <BackupState backups={backups} />
              <Care backups={backups} />
              <BackupTable backups={backups} />
              <Schedule backups={backups} />
              <Restoring backups={backups} />
            </Stack>
          )}
        </QueryState>
      )}
    </>
  );
}
