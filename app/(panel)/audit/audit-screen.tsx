'use client';

import { Button } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { apiPath } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { useConfirmedVisit } from '@/components/layout/use-confirmed-visit';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { useAuditFilter } from './use-audit-filter';

/** Who changed what. */
export function AuditScreen() {
  const t = useTranslations('audit');
  const { filter } = useAuditFilter();
  const visit = useConfirmedVisit();
  const locked = useLocked('audit.read');
  if (locked)
    return (
      <>
        <PageHeader title={t('title')} />
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
          <Button
            component="a"
            variant="default"
            href={apiPath('audit.csv', filter)}
            download
            onClick={visit}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('export')}
          </Button>
        }
      />
      <AuditFilters />
      <AuditTable />
    </>
  );
}
