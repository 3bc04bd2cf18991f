'use client';

import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { WayBack } from '@/components/layout/way-back';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import { VersionTable } from './version-table';

/** Every change of what is configured: who, when and what. */
export function VersionsScreen() {
  const t = useTranslations('configuration');
  const locked = useLocked('config.read', SHARED);
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.settings()} label={t('back')} />}
        title={t('versions.title')}
        description={t('versions.description')}
      />
      {locked ? (
        <Notice tone="quiet" icon={<IconLock aria-hidden />}>
          {locked}
        </Notice>
      ) : (
        <VersionTable />
      )}
    </>
  );
}
